export function paintMap(): void {}
