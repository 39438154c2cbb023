namespace Entente.Briefing.Charts;

/// <summary>Colours and rules shared by all charts. Colours are CSS variables with a light and a dark set; all text colours reach 4.5 : 1 on their ground (WCAG AA).</summary>
internal static class ChartStyle
{
    /// <summary>Light set. Series colours keep apart under the common kinds of colour blindness (after Okabe and Ito 2008, darkened so that labels in them can be read).</summary>
    public const string Light =
        "--paper:#ffffff;--ink:#1b1f24;--mute:#59626d;--grid:#dde2e8;--hole:#eef1f5;--edge:#c3cad3;--c1:#0b62a4;--c2:#b5430a;--c3:#00745a;--c4:#8a3f86;--c5:#7a5600;--c6:#4a5568;";

    public const string Dark =
        "--paper:#14181d;--ink:#e8eaed;--mute:#a6b0bb;--grid:#2b323a;--hole:#212830;--edge:#46505b;--c1:#74b6f2;--c2:#ff9a66;--c3:#52cfa6;--c4:#dca4d9;--c5:#e4bc55;--c6:#b8c2cc;";

    /// <summary>Rules for everything inside an element of class "chart-svg".</summary>
    public const string Rules = """
        .chart-svg{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,"Noto Sans",sans-serif;font-size:12px;font-variant-numeric:tabular-nums}
        .chart-svg text{fill:var(--ink)}
        .chart-svg .mute{fill:var(--mute)}
        .chart-svg .small{font-size:11px}
        .chart-svg .inside{fill:var(--paper)}
        .chart-svg .strong{font-weight:600}
        .chart-svg .end{text-anchor:end}
        .chart-svg .mid{text-anchor:middle}
        .chart-svg .halo{paint-order:stroke;stroke:var(--paper);stroke-width:4px;stroke-linejoin:round}
        .chart-svg .head{font-size:16px;font-weight:700}
        .chart-svg .sub{font-size:13px;fill:var(--mute)}
        .chart-svg .grid{stroke:var(--grid);stroke-width:1}
        .chart-svg .zero{stroke:var(--ink);stroke-width:1}
        .chart-svg .tie{stroke:var(--edge);stroke-width:1;fill:none}
        .chart-svg .ref{stroke:var(--mute);stroke-width:1;stroke-dasharray:4 3}
        .chart-svg .hole{fill:var(--hole)}
        .chart-svg .paper{fill:var(--paper)}
        .chart-svg .accent{fill:var(--c2)}
        .chart-svg .s1{--s:var(--c1)}.chart-svg .s2{--s:var(--c2)}.chart-svg .s3{--s:var(--c3)}.chart-svg .s4{--s:var(--c4)}.chart-svg .s5{--s:var(--c5)}.chart-svg .s6{--s:var(--c6)}.chart-svg .s0{--s:var(--ink)}
        .chart-svg .line{stroke:var(--s);stroke-width:2;fill:none;stroke-linejoin:round;stroke-linecap:round}
        .chart-svg .gap{stroke:var(--s);stroke-width:1.25;fill:none;stroke-dasharray:2 4;opacity:.8}
        .chart-svg .dash{stroke-dasharray:7 3}
        .chart-svg .band{fill:var(--s);opacity:.14}
        .chart-svg .range{stroke:var(--s);stroke-width:4;opacity:.35;stroke-linecap:round}
        .chart-svg .whisker{stroke:var(--ink);stroke-width:1}
        .chart-svg .dot{fill:var(--s);stroke:var(--paper);stroke-width:1}
        .chart-svg .ring{fill:var(--paper);stroke:var(--s);stroke-width:2}
        .chart-svg .bar{fill:var(--s)}
        .chart-svg .outline{fill:var(--s);fill-opacity:.18;stroke:var(--s);stroke-width:1}
        .chart-svg .name{fill:var(--s);font-weight:600}
        """;

    /// <summary>Style of a chart that stands alone in its own file.</summary>
    public static string Standalone(ChartLook look) => Roots(look, Light, Dark, "(prefers-color-scheme:dark)") + Rules;

    /// <summary>The colours of a look as CSS variables of the root.</summary>
    public static string Roots(ChartLook look, string light, string dark, string query) => look switch
    {
        ChartLook.Light => $":root{{{light}}}",
        ChartLook.Dark => $":root{{{dark}}}",
        _ => $":root{{{light}}}@media {query}{{:root{{{dark}}}}}",
    };

    /// <summary>The class of the n-th series, counted from 0; colours repeat after six.</summary>
    public static string Series(int index) => $"s{index % 6 + 1}";
}
