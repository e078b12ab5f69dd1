// The oldest browsers the course runs in; below them a lesson is readable text with a sentence.
export const browserFloor = {
  esbuild: ['safari16.4', 'chrome111', 'firefox128'],
  browserslist: ['safari >= 16.4', 'ios_saf >= 16.4', 'chrome >= 111', 'and_chr >= 111', 'firefox >= 128'],
};
