// Lists the blocks of a lesson (component, id, title) so that outline, place and "look back" links can name them.

/** @returns a remark transformer that puts `blocks: { component, id, title }[]`, in reading order, into the front matter. */
export function remarkBlocks() {
  /** @param {any} tree @param {any} file */
  return (tree, file) => {
    /** @type {{ component: string, id: string, title?: string }[]} */
    const blocks = [];
    /** @param {any} node */
    const visit = (node) => {
      if (node.type === 'mdxJsxFlowElement') {
        const value = (/** @type {string} */ name) =>
          node.attributes.find((/** @type {any} */ attribute) => attribute.name === name)?.value ?? undefined;
        // A term names a glossary entry by its id; it is no place in the lesson.
        if (value('id') && node.name !== 'Term')
          blocks.push({ component: node.name, id: value('id'), title: value('title') });
      }
      for (const child of node.children ?? []) visit(child);
    };
    visit(tree);
    file.data.astro ??= {};
    file.data.astro.frontmatter ??= {};
    file.data.astro.frontmatter.blocks = blocks;
  };
}
