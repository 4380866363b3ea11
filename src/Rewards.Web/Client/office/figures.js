/**
 * The number in a cell's text as the language writes it ("1,980", "82 %", "−0,5"), or null where there is none
 * or more than one ("9 to 35").
 */
export function numberIn(text, language) {
  const [, , decimal] = new Intl.NumberFormat(language).formatToParts(-1.5).map(part => part.value);
  const digits = /^[^\d−-]*([−-]?\d[\d.,'\s\u00a0\u202f]*)[^\d]*$/.exec(text.trim())?.[1];
  if (!digits) return null;
  const [whole, fraction = ''] = digits.trim().split(decimal);
  return Number(`${whole.replace('−', '-').replace(/[^\d-]/g, '')}.${fraction.replace(/\D/g, '')}0`);
}

/**
 * A table as a chart's data: a label for each row of the body, a series for each other column.
 * A column's head says by data-series how it is drawn: line, dashed, bar, low and high (the edges of a band), none.
 * Among bars a row without any figure has no place; on a line it is a gap.
 */
export function figuresOf(table, usually, language) {
  const heads = [...table.tHead.rows[table.tHead.rows.length - 1].cells];
  const valueOf = cell => {
    const given = cell?.dataset.value;
    if (given !== undefined) return given === '' ? null : Number(given);
    return cell ? numberIn(cell.textContent, language) : null;
  };
  const columns = heads
    .map((head, column) => ({ name: head.textContent.trim(), drawn: column === 0 ? 'none' : head.dataset.series ?? usually, column }))
    .filter(({ drawn }) => drawn !== 'none');
  const rows = [...table.tBodies]
    .flatMap(body => [...body.rows])
    .filter(row => usually !== 'bar' || columns.some(({ column }) => valueOf(row.cells[column]) !== null));
  return {
    labels: rows.map(row => row.cells[0].textContent.trim()),
    links: rows.map(row => row.cells[0].querySelector('a')?.href),
    signals: rows.map(row => row.dataset.signal),
    series: columns.map(({ name, drawn, column }) => ({ name, drawn, values: rows.map(row => valueOf(row.cells[column])) })),
  };
}
