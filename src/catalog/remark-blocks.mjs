// Lists the blocks of a lesson (component, id, title) so that outline, place and "look back" links can name them.

/** @returns a remark transformer that puts `blocks: { component, id, title }[]` into the entry's front matter. */
export function remarkBlocks() {
  /** @param {any} tree @param {any} file */
  return (tree, file) => {
    const blocks = [];
    for (const node of tree.children) {
      if (node.type !== 'mdxJsxFlowElement') continue;
      const attribute = (/** @type {string} */ name) =>
        node.attributes.find((/** @type {any} */ a) => a.name === name)?.value ?? undefined;
      if (attribute('id'))
        blocks.push({ component: node.name, id: attribute('id'), title: attribute('title') });
    }
    file.data.astro ??= {};
    file.data.astro.frontmatter ??= {};
    file.data.astro.frontmatter.blocks = blocks;
  };
}
