namespace CompanyData.Reports;

/// <summary>Style of the reports, with light and dark mode and a print style.</summary>
internal static class ReportStyle
{
    /// <summary>Raw text of a style element: it must not contain less-than, greater-than or ampersand.</summary>
    public const string Css = """
        :root { color-scheme: light dark; --page: #f5f6f8; --card: #ffffff; --ink: #1b2430; --soft: #526072; --line: #d8dee7; --link: #1c5c8f;
          --good: #17633d; --good-bg: #e5f3ea; --look: #7a4a00; --look-bg: #fdf0d5; --bad: #9a1b2b; --bad-bg: #fde8ea; --note: #345; --note-bg: #e9eef5; }
        @media (prefers-color-scheme: dark) {
          :root { --page: #11161d; --card: #19202a; --ink: #e7ebf1; --soft: #a7b3c3; --line: #323d4c; --link: #86c2ec;
            --good: #93dcb4; --good-bg: #17352a; --look: #f1cb80; --look-bg: #3a2d12; --bad: #ffa9b1; --bad-bg: #42191f; --note: #c3d2e4; --note-bg: #243040; } }
        * { box-sizing: border-box; }
        html { font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif; -webkit-text-size-adjust: 100%; }
        body { margin: 0 auto; padding: 2.5rem 1.25rem 3rem; max-width: 64rem; background: var(--page); color: var(--ink); overflow-wrap: anywhere; }
        h1, h2, h3, h4, h5, p, dl, dd, ul, figure { margin: 0; }
        h1 { font-size: clamp(1.7rem, 4vw, 2.4rem); line-height: 1.15; letter-spacing: -.015em; text-wrap: balance; }
        h2 { font-size: 1.25rem; line-height: 1.3; margin-bottom: 1rem; }
        h3 { font-size: 1rem; margin-bottom: .6rem; }
        h4, h5 { font-size: .95rem; margin-bottom: .4rem; }
        a { color: var(--link); }
        a:focus-visible { outline: 3px solid var(--link); outline-offset: 3px; border-radius: 2px; }
        .skip { position: absolute; left: -100rem; }
        .skip:focus { left: 1rem; top: 1rem; padding: .5rem 1rem; background: var(--card); }
        header { margin-bottom: 1.75rem; }
        .sandbox { margin-bottom: 1.25rem; padding: .8rem 1.1rem; border: 2px dashed var(--bad); border-radius: .5rem; color: var(--bad); background: var(--bad-bg); }
        .meta { margin-top: 1rem; }
        .kind { font-size: .8rem; font-weight: 600; letter-spacing: .08em; text-transform: uppercase; color: var(--soft); margin-bottom: .35rem; }
        .subtitle { color: var(--soft); margin-top: .5rem; }
        section, main table:only-child { margin-bottom: 1.25rem; }
        section { padding: 1.5rem; background: var(--card); border: 1px solid var(--line); border-radius: .75rem; }
        footer, figcaption, .nothing, .remedy { color: var(--soft); }
        .nothing, main .subtitle { margin: 0 0 1rem; }
        footer, figcaption { font-size: .85rem; }
        dd, td, th, li, h1, h3 { unicode-bidi: isolate; }

        .verdict { padding: .9rem 1.1rem; border-radius: .5rem; font-size: 1.05rem; border-left: 5px solid; }
        .verdict strong { margin-right: .4rem; }
        .Complete { color: var(--good); background: var(--good-bg); }
        .Partial, .Attention { color: var(--look); background: var(--look-bg); }
        .Failed { color: var(--bad); background: var(--bad-bg); }
        .badge { display: inline-block; white-space: nowrap; padding: .05rem .6rem; border-radius: 1rem; font-size: .85rem; font-weight: 600; }
        .figures { display: grid; grid-template-columns: repeat(4, 1fr); gap: .75rem; margin: 1.1rem 0; }
        .figures div { display: flex; flex-direction: column-reverse; justify-content: flex-end; padding: .75rem 1rem; border: 1px solid var(--line); border-radius: .5rem; }
        .figures dt { font-size: .85rem; color: var(--soft); }
        .figures dd { font-size: 1.5rem; font-weight: 650; line-height: 1.2; font-variant-numeric: tabular-nums; }
        .findings { list-style: none; padding: 0; }
        .findings li { display: grid; grid-template-columns: 6.5rem 1fr; gap: .9rem; padding: .7rem 0; border-top: 1px solid var(--line); align-items: start; }
        .findings li strong { font-size: .8rem; text-align: center; border-radius: 1rem; padding: .1rem .5rem; overflow-wrap: normal; }
        .Critical strong, .badge.Critical { color: var(--bad); background: var(--bad-bg); }
        .Review strong, .badge.Review { color: var(--look); background: var(--look-bg); }
        .Note strong, .badge.Note { color: var(--note); background: var(--note-bg); }

        dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(13rem, 100%), 1fr)); gap: .8rem 1.5rem; }
        .wide { grid-column: 1 / -1; }
        dt { font-size: .82rem; color: var(--soft); }
        dd { white-space: pre-line; font-variant-numeric: tabular-nums; }
        dd dl { margin-top: .3rem; padding-left: .9rem; border-left: 2px solid var(--line); gap: .5rem 1.5rem; }
        dl dl dl dl { padding-left: 0; border-left: 0; }
        dd ul { padding-left: 1.1rem; }
        dd ul ul ul { padding-left: 0; list-style: none; }
        .records { display: grid; gap: 0; }
        article { padding: 1.1rem 0 .4rem; border-top: 1px solid var(--line); margin-top: .7rem; }
        .records:first-child article:first-child, h2 + .records article:first-child { border-top: 0; padding-top: 0; margin-top: 0; }
        .records + table { margin-top: 1.25rem; }
        table + dl, .nothing + dl { margin: 1.25rem 0 0; }
        dl + table { margin-top: 1.25rem; }

        table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
        caption { text-align: left; color: var(--soft); font-size: .85rem; padding-bottom: .5rem; }
        th, td { text-align: left; vertical-align: top; padding: .55rem .75rem .55rem 0; border-top: 1px solid var(--line); }
        thead th { font-size: .82rem; font-weight: 600; color: var(--soft); border-top: 0; vertical-align: bottom; }
        tbody th { font-weight: 600; }
        td span, tbody th { white-space: pre-line; }
        em { font-style: normal; font-size: .85rem; color: var(--look); }
        .short { overflow-wrap: normal; }
        .word, .word span { white-space: nowrap; }
        small { display: block; font-size: .85rem; font-weight: 400; color: var(--soft); }
        .lines { white-space: pre-line; }
        .index { margin-bottom: 1.25rem; }

        .filters { display: flex; flex-wrap: wrap; gap: .75rem; margin-bottom: 1.25rem; }
        fieldset { margin: 0; padding: .5rem .9rem .6rem; border: 1px solid var(--line); border-radius: .5rem; background: var(--card); display: flex; flex-wrap: wrap; gap: .25rem 1rem; min-width: 0; }
        legend { font-size: .82rem; color: var(--soft); padding: 0 .3rem; }
        input { accent-color: var(--link); width: 1.1rem; height: 1.1rem; vertical-align: -.15rem; margin: 0 .2rem 0 0; }
        input:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
        .dossier h2 { font-size: clamp(1.5rem, 3.5vw, 2rem); line-height: 1.15; margin-bottom: 0; }
        .dossier h3 { font-size: 1.25rem; line-height: 1.3; margin-bottom: 1rem; }
        .dossier h4 { font-size: 1rem; margin-bottom: .6rem; }
        .dossier { margin-top: 3rem; padding-top: 2rem; border-top: 3px solid var(--line); }

        figure { margin-bottom: 1.5rem; }
        .diagram { display: block; width: 100%; height: auto; margin: 0 auto .75rem; font-family: inherit; }
        .columns-2 { display: none; max-width: 28rem; }
        .diagram line { stroke: var(--soft); stroke-width: 1.5; }
        .diagram rect { fill: var(--card); stroke: var(--soft); stroke-width: 1.2; }
        .diagram .over rect { fill: var(--look-bg); stroke: var(--look); stroke-width: 3; }
        .diagram .company rect { fill: var(--note-bg); stroke: var(--note); }
        .diagram text { fill: var(--ink); font-size: 13px; }
        .diagram .name { font-size: 15px; font-weight: 600; }

        @media print, (min-width: 40rem) { .lines { white-space: pre; } }

        @media (max-width: 40rem) {
          body { padding: 1.5rem .9rem 2rem; }
          section { padding: 1.1rem 1rem; }
          .figures { grid-template-columns: 1fr 1fr; }
          .findings li { grid-template-columns: 1fr; gap: .3rem; }
          .findings li strong { justify-self: start; }
          dl { grid-template-columns: repeat(auto-fill, minmax(min(9rem, 100%), 1fr)); gap: .6rem 1rem; }
          .columns-2 { display: block; }
          .columns-4 { display: none; }
          thead { position: absolute; width: 1px; height: 1px; clip-path: inset(50%); overflow: hidden; white-space: nowrap; }
          table, caption, tbody, tr, th, td { display: block; width: 100%; }
          tr { padding: .7rem 0; border-top: 1px solid var(--line); }
          th, td { border: 0; padding: .1rem 0; }
          td { display: grid; grid-template-columns: minmax(6rem, 2fr) 3fr; gap: .75rem; }
          td::before { content: attr(data-label); color: var(--soft); font-size: .88rem; }
        }

        @media print {
          :root { color-scheme: light; --page: #fff; --card: #fff; --ink: #000; --soft: #444; --line: #bbb; --link: #000;
            --good: #17633d; --good-bg: #fff; --look: #6b4100; --look-bg: #fff; --bad: #8a1524; --bad-bg: #fff; --note: #234; --note-bg: #fff; }
          html { font-size: 10.5pt; }
          body { max-width: none; padding: 0; }
          section { border: 0; border-top: 2px solid #000; border-radius: 0; padding: .9rem 0; margin: 0; }
          header, h2, h3, h4, h5, caption, thead, main .subtitle { break-after: avoid; }
          tbody tr:first-child { break-before: avoid; }
          tr, li, dl div, article, figure, header, .verdict, .figures, .filters { break-inside: avoid; }
          thead { display: table-header-group; }
          .filters { display: none; }
          .dossier { break-before: page; margin: 0; padding: 0; border: 0; }
          .skip { display: none; }
          .sandbox { border: 2px solid; }
          .badge, .findings li strong { border: 1px solid; }
          .verdict { border: 1px solid; border-left-width: 5px; }
        }
        """;
}
