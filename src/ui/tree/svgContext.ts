// A canvas context that writes SVG instead of painting: just the calls that the drawing makes.

interface State {
  fillStyle: string;
  strokeStyle: string;
  lineWidth: number;
  globalAlpha: number;
  font: string;
  textAlign: string;
  transform: string;
}
const round = (value: number) => String(Math.round(value * 100) / 100);
const escape = (text: string) =>
  text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    // What XML cannot hold.
    // oxlint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udfff](?![\udc00-\udfff])/g, '�');

export class SvgContext {
  fillStyle = '#000';
  strokeStyle = '#000';
  lineWidth = 1;
  globalAlpha = 1;
  font = '11px sans-serif';
  textAlign = 'left';
  textBaseline = 'middle';
  lineJoin = 'round';
  lineCap = 'round';
  private readonly parts: string[] = [];
  private readonly saved: State[] = [];
  private path: string[] = [];
  private dash: number[] = [];
  private transform = '';
  private readonly measuring: CanvasRenderingContext2D;

  constructor(measuring: CanvasRenderingContext2D) {
    this.measuring = measuring;
  }

  beginPath(): void {
    this.path = [];
  }
  moveTo(x: number, y: number): void {
    this.path.push(`M${round(x)} ${round(y)}`);
  }
  lineTo(x: number, y: number): void {
    this.path.push(`L${round(x)} ${round(y)}`);
  }
  bezierCurveTo(...at: [number, number, number, number, number, number]): void {
    this.path.push(`C${at.map(round).join(' ')}`);
  }
  closePath(): void {
    this.path.push('Z');
  }
  /** Whole circles only. */
  arc(x: number, y: number, radius: number, _from?: number, _to?: number): void {
    const r = round(radius);
    const [left, right] = [round(x - radius), round(x + radius)];
    this.path.push(
      `M${left} ${round(y)}A${r} ${r} 0 1 0 ${right} ${round(y)}A${r} ${r} 0 1 0 ${left} ${round(y)}Z`,
    );
  }
  roundRect(x: number, y: number, width: number, height: number, radius: number): void {
    const r = Math.min(radius, height / 2);
    const across = round(width - 2 * r);
    const down = round(height - 2 * r);
    const turn = (to: string) => `a${round(r)} ${round(r)} 0 0 1 ${to}`;
    this.path.push(
      `M${round(x + r)} ${round(y)}h${across}${turn(`${round(r)} ${round(r)}`)}v${down}${turn(`${round(-r)} ${round(r)}`)}h-${across}${turn(`${round(-r)} ${round(-r)}`)}v-${down}${turn(`${round(r)} ${round(-r)}`)}Z`,
    );
  }
  rect(x: number, y: number, width: number, height: number): void {
    this.path.push(`M${round(x)} ${round(y)}h${round(width)}v${round(height)}h${round(-width)}Z`);
  }
  setLineDash(dash: number[]): void {
    this.dash = dash;
  }
  clearRect(_x: number, _y: number, _width: number, _height: number): void {}
  fillRect(x: number, y: number, width: number, height: number): void {
    this.element('rect', {
      x: round(x),
      y: round(y),
      width: round(width),
      height: round(height),
      fill: this.fillStyle,
    });
  }
  fill(path?: string): void {
    this.element('path', { d: this.outline(path), fill: this.fillStyle });
  }
  stroke(path?: string): void {
    this.element('path', { d: this.outline(path), fill: 'none', ...this.pen() });
  }
  fillText(text: string, x: number, y: number): void {
    this.text(text, x, y, { fill: this.fillStyle });
  }
  strokeText(text: string, x: number, y: number): void {
    this.text(text, x, y, { fill: 'none', ...this.pen() });
  }
  measureText(text: string): { width: number } {
    this.measuring.font = this.font;
    return this.measuring.measureText(text);
  }
  save(): void {
    const { fillStyle, strokeStyle, lineWidth, globalAlpha, font, textAlign, transform } = this;
    this.saved.push({ fillStyle, strokeStyle, lineWidth, globalAlpha, font, textAlign, transform });
  }
  restore(): void {
    const state = this.saved.pop();
    if (state === undefined) return;
    Object.assign(this, state);
  }
  translate(x: number, y: number): void {
    this.transform += `translate(${round(x)} ${round(y)})`;
  }
  scale(x: number, y: number): void {
    this.transform += `scale(${x} ${y})`;
  }

  /** The whole picture, on a ground. */
  done(width: number, height: number, ground: string): string {
    const size = `width="${round(width)}" height="${round(height)}" viewBox="0 0 ${round(width)} ${round(height)}"`;
    return `<svg xmlns="http://www.w3.org/2000/svg" ${size}><rect width="100%" height="100%" fill="${ground}"/>${this.parts.join('')}</svg>\n`;
  }

  private outline(path?: string): string {
    return path ?? this.path.join('');
  }
  private pen(): Record<string, string> {
    return {
      stroke: this.strokeStyle,
      'stroke-width': String(this.lineWidth),
      'stroke-linejoin': 'round',
      'stroke-linecap': this.dash.length > 0 ? 'butt' : 'round',
      ...(this.dash.length > 0 ? { 'stroke-dasharray': this.dash.join(' ') } : {}),
    };
  }
  private text(text: string, x: number, y: number, look: Record<string, string>): void {
    const [, weight = '400', size = '11', family = 'sans-serif'] =
      /^(\d+) ([\d.]+)px (.*)$/.exec(this.font) ?? [];
    const anchor = this.textAlign === 'center' ? 'middle' : 'start';
    this.element(
      'text',
      {
        x: round(x),
        y: round(y),
        'font-weight': weight,
        'font-size': size,
        'font-family': family,
        'text-anchor': anchor,
        'dominant-baseline': 'central',
        ...look,
      },
      escape(text),
    );
  }
  private element(name: string, attributes: Record<string, string>, content = ''): void {
    const all = {
      ...attributes,
      ...(this.globalAlpha === 1 ? {} : { opacity: String(this.globalAlpha) }),
      ...(this.transform === '' ? {} : { transform: this.transform }),
    };
    const written = Object.entries(all).map(([key, value]) => ` ${key}="${escape(value)}"`);
    this.parts.push(`<${name}${written.join('')}>${content}</${name}>`);
  }
}
