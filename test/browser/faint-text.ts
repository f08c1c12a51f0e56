/** A text whose contrast with its ground is too low, and how low. */
interface Faint {
  readonly text: string;
  readonly ratio: number;
  readonly colours: string;
}

/**
 * Runs in the page: all visible text whose contrast is below what WCAG 2 asks for at level AA, 4.5, or 3 for large
 * text (24 px, or 18.66 px and bold). Grounds are taken from the elements around the text, pictures aside.
 */
export const faintText = (): { readonly faint: readonly Faint[]; readonly texts: number } => {
  type Colour = readonly [number, number, number, number];
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const parsed = (css: string): Colour => {
    if (!canvas) throw new Error('There is no canvas.');
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = css;
    canvas.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
    return [red, green, blue, alpha / 255];
  };
  const over = ([r, g, b, a]: Colour, [R, G, B]: Colour): Colour => [
    r * a + R * (1 - a),
    g * a + G * (1 - a),
    b * a + B * (1 - a),
    1,
  ];
  const groundOf = (element: Element): Colour => {
    const layers: Colour[] = [];
    for (let each: Element | null = element; each; each = each.parentElement) {
      const colour = parsed(getComputedStyle(each).backgroundColor);
      layers.push(colour);
      if (colour[3] === 1) break;
    }
    return layers.reduceRight(
      (ground, layer) => over(layer, ground),
      parsed(getComputedStyle(document.documentElement).colorScheme === 'dark' ? '#000' : '#fff'),
    );
  };
  const luminance = ([red, green, blue]: Colour): number => {
    const [r = 0, g = 0, b = 0] = [red, green, blue]
      .map((channel) => channel / 255)
      .map((channel) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one: Colour, other: Colour): number => {
    const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  };
  const faint: Faint[] = [];
  let texts = 0;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent?.trim() ?? '';
    const element = walker.currentNode.parentElement;
    if (text === '' || !element || element.closest('.unseen, .skip, noscript, option')) continue;
    if (!element.checkVisibility() || element.getClientRects().length === 0) continue;
    texts += 1;
    const style = getComputedStyle(element);
    const ground = groundOf(element);
    const ratio = contrast(over(parsed(style.color), ground), ground);
    const size = Number.parseFloat(style.fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    if (ratio < (isLarge ? 3 : 4.5))
      faint.push({
        text: text.slice(0, 40),
        ratio: Math.round(ratio * 100) / 100,
        colours: `${style.color} on ${ground.slice(0, 3).map(Math.round).join(' ')}`,
      });
  }
  return { faint, texts };
};
