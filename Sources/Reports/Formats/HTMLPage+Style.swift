extension HTMLPage {
  /// Colours are told apart by lightness too, so that they hold on paper and for every eye.
  static let style = """
    :root { --paper: #fcfcfa; --ink: #1b222c; --quiet: #545d6b; --line: #d5dae1; --track: #e6eaef;
      --bar: #1d6391; --c0: #1d6391; --c1: #d08b1d; --c2: #2f8f6f; --c3: #a2456f; --c4: #6a6fb5;
      --c5: #7c8794; }
    @media (prefers-color-scheme: dark) {
      :root { --paper: #14181d; --ink: #e4e8ed; --quiet: #a3adba; --line: #343c46; --track: #262d35;
        --bar: #6cb2dd; --c0: #6cb2dd; --c1: #e3b15c; --c2: #6cc5a4; --c3: #d98bb0; --c4: #a5a9e6;
        --c5: #97a2af; } }
    * { box-sizing: border-box; }
    html { color-scheme: light dark; background: var(--paper); color: var(--ink);
      font: 1.0625rem/1.55 system-ui, "Noto Sans", "Segoe UI", sans-serif; }
    body { max-width: 50rem; margin: 0 auto; padding: 2rem 1.25rem 5rem;
      overflow-wrap: break-word; }
    h1, h2, h3, h4, h5, h6 { line-height: 1.25; text-wrap: balance; margin: 1.6em 0 .5em; }
    h1 { font-size: 2rem; margin: .1em 0 .6em; }
    h2 { font-size: 1.45rem; border-bottom: 1px solid var(--line); padding-bottom: .25em;
      margin-top: 2.2em; }
    h3 { font-size: 1.2rem; }
    h4 { font-size: 1.05rem; }
    h5, h6 { font-size: 1rem; }
    p { margin: .6em 0; max-width: 42rem; }
    a { color: var(--bar); }
    .kind { color: var(--quiet); margin: 0; letter-spacing: .02em; }
    .skip { position: absolute; left: -100rem; }
    .skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: .5rem 1rem; }
    nav ul { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap;
      gap: .2rem 1.1rem; font-size: .95rem; }
    ul { padding-inline-start: 1.2em; margin: .6em 0; max-width: 42rem; }
    li { margin: .35em 0; }
    .who { color: var(--quiet); }
    .who::before { content: "\\2013\\00a0"; }
    .id { color: var(--quiet); font: .8rem ui-monospace, monospace; white-space: nowrap; }
    dl { margin: .6em 0; display: grid; grid-template-columns: 11rem 1fr; gap: .25em 1rem; }
    dt { color: var(--quiet); }
    dd { margin: 0; min-width: 0; }
    .none { color: var(--quiet); font-style: italic; }
    .wide { overflow-x: auto; margin: .8em 0; }
    .wide:focus-visible { outline: 2px solid var(--bar); outline-offset: 2px; }
    table { border-collapse: collapse; font-size: .95rem; font-variant-numeric: tabular-nums; }
    th, td { text-align: start; vertical-align: top; padding: .3em .9em .3em 0;
      border-bottom: 1px solid var(--line); }
    thead th { color: var(--quiet); font-weight: 600; vertical-align: bottom; }
    tbody th { font-weight: 500; }
    .n { text-align: end; white-space: nowrap; padding-inline: .9em 0; }
    .n + td:not(.n), .n + th:not(.n) { padding-inline-start: .9em; }
    figure { margin: 1em 0; }
    figcaption { color: var(--quiet); font-size: .95rem; margin-bottom: .4em; }
    .bars { list-style: none; padding: 0; margin: 0; max-width: none; }
    .bars li { display: grid; grid-template-columns: minmax(8rem, 15rem) 1fr 8.5rem; gap: 0 .9rem;
      align-items: center; margin: .3em 0; line-height: 1.3; }
    .figure { font-variant-numeric: tabular-nums; color: var(--quiet); }
    svg { display: block; width: 100%; height: .95rem; border-radius: 2px; }
    .track { fill: var(--track); } .bar { fill: var(--bar); }
    .c0 { fill: var(--c0); } .c1 { fill: var(--c1); } .c2 { fill: var(--c2); }
    .c3 { fill: var(--c3); } .c4 { fill: var(--c4); } .c5 { fill: var(--c5); }
    .span { stroke: var(--paper); stroke-width: 1px; vector-effect: non-scaling-stroke; }
    .lane { display: grid; grid-template-columns: 6rem 1fr; gap: 0 .9rem; align-items: center;
      margin: .3em 0; }
    .lane svg { height: 1.5rem; }
    .ticks { font-size: .85rem; color: var(--quiet); }
    .ticks > div { position: relative; height: 1.4em; grid-column: 2; }
    .ticks > div > span { position: absolute; border-inline-start: 1px solid var(--line);
      padding-inline-start: .25em; font-variant-numeric: tabular-nums; }
    .legend { list-style: none; padding: 0; margin: .6em 0 0 6.9rem; font-size: .95rem; }
    .legend li { display: flex; gap: .5rem; align-items: baseline; margin: .1em 0; }
    .legend svg { width: .75rem; height: .75rem; flex: none; }
    .legend .figure { margin-inline-start: auto; white-space: nowrap; }
    @media (max-width: 36rem) {
      dl, .bars li { grid-template-columns: 1fr; }
      dd { margin-bottom: .5em; }
      .bars li { margin: .8em 0; }
      .lane { grid-template-columns: 4rem 1fr; }
      .legend { margin-inline-start: 0; }
    }
    @media print {
      :root { --paper: #fff; --ink: #000; --quiet: #444; --line: #bbb; --track: #e8e8e8;
        --bar: #1d6391; --c0: #1d6391; --c1: #d08b1d; --c2: #2f8f6f; --c3: #a2456f; --c4: #6a6fb5;
        --c5: #7c8794; }
      @page { margin: 18mm 16mm; }
      html { color-scheme: light; font-size: 10.5pt; }
      body { max-width: none; padding: 0; }
      nav, .skip { display: none; }
      svg { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      h1, h2, h3, h4, h5, h6 { break-after: avoid; }
      li, tr, dt, dd, figure { break-inside: avoid; }
      .wide { overflow: visible; }
      a { color: inherit; }
    }
    """
}
