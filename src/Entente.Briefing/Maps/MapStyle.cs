namespace Entente.Briefing.Maps;

/// <summary>Colours of maps: orange for losses and blue for gains, which stay apart under the common kinds of colour blindness; darker is more on light ground, lighter is more on dark.</summary>
internal static class MapStyle
{
    public const string Light = "--m-n3:#9c3a06;--m-n2:#e07b2f;--m-n1:#f8c998;--m-z:#dde2e8;--m-p1:#b9d6ee;--m-p2:#5596cd;--m-p3:#0a4a85;--m-gap:#f3f4f6;--m-gap-line:#c0c7d0;--m-contested:#5a4a00;";

    public const string Dark = "--m-n3:#ffb585;--m-n2:#cf7836;--m-n1:#6d4528;--m-z:#3a434d;--m-p1:#2c4f70;--m-p2:#4a8cc7;--m-p3:#a6d3ff;--m-gap:#1c2229;--m-gap-line:#46505b;--m-contested:#f0e3b0;";

    public const string Rules = """

        .sheet{position:absolute}
        .chart-svg .land{stroke:var(--paper);stroke-width:.6;stroke-linejoin:round;fill-rule:evenodd;vector-effect:non-scaling-stroke}
        .chart-svg .spot{stroke:var(--ink);stroke-width:.8;vector-effect:non-scaling-stroke}
        .chart-svg .n3{fill:var(--m-n3)}.chart-svg .n2{fill:var(--m-n2)}.chart-svg .n1{fill:var(--m-n1)}.chart-svg .z0{fill:var(--m-z)}.chart-svg .p1{fill:var(--m-p1)}.chart-svg .p2{fill:var(--m-p2)}.chart-svg .p3{fill:var(--m-p3)}
        .chart-svg .own{fill:var(--ink)}
        .chart-svg .contested{stroke:none}
        .gap-ground{fill:var(--m-gap)}.gap-line{stroke:var(--m-gap-line);stroke-width:1.6}.contested-line{stroke:var(--m-contested);stroke-width:1}
        .chart-svg .box{stroke:var(--edge);stroke-width:.8}
        """;

    /// <summary>The style for a page with maps.</summary>
    public static string All => Of(Charts.ChartLook.Reader);

    /// <summary>The style for a file with maps.</summary>
    public static string Of(Charts.ChartLook look) => Charts.ChartStyle.Roots(look, Light, Dark, "screen and (prefers-color-scheme:dark)") + Rules;
}
