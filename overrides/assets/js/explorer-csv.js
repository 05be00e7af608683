// A table that Excel opens in columns in Québec: « ; » between the cells, for the comma is the decimal mark there,
// and a byte order mark, without which accents break.

/** A cell that nothing takes for a formula: behind an apostrophe, « = », « + », « - » and « @ » are only signs. */
const cell = (text) => `"${text.replace(/^(?=[\t\r\n]|\s*[=+\-@＝＋－＠﹦﹢﹣﹫])/, "'").replace(/"/g, '""')}"`;

export const csv = (lines) => `\ufeff${lines.map((cells) => cells.map(cell).join(";")).join("\r\n")}\r\n`;

export function save(text, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href));
}
