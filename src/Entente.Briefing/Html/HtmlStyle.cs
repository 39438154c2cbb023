using Entente.Briefing.Charts;

namespace Entente.Briefing.Html;

/// <summary>Style of the page: quiet, left-aligned, readable on a phone and on A4. Badge colours reach WCAG AA on their ground, in light and dark.</summary>
internal static class HtmlStyle
{
    public const string Light = ChartStyle.Light + "--accent:#b5430a;--wash:#f6f7f9;--rule:#d5dae1;--link:#0b5394;--measured:#0a5a45;--measured-bg:#e2f3ed;--modelled:#0b4a7c;--modelled-bg:#e4eff9;--judgement:#7a4300;--judgement-bg:#ffefd6;";

    public const string Dark = ChartStyle.Dark + "--accent:#ff9a66;--wash:#1b2027;--rule:#353d47;--link:#8cc4f8;--measured:#8fe0c4;--measured-bg:#12352b;--modelled:#a4d0f7;--modelled-bg:#14304a;--judgement:#f6cb85;--judgement-bg:#43300e;";

    public const string Page = """
        *{box-sizing:border-box}
        html{color-scheme:light dark;-webkit-text-size-adjust:100%}
        body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,"Noto Sans",sans-serif;overflow-wrap:break-word}
        header,main,footer,nav{max-width:900px;margin:0 auto;padding:0 20px}
        .skip{position:absolute;left:-9999px}.skip:focus{left:20px;top:8px;background:var(--paper);padding:6px 10px;z-index:1}
        a{color:var(--link);text-underline-offset:2px}
        a:focus-visible,summary:focus-visible{outline:2px solid var(--link);outline-offset:2px}
        header{padding-top:36px}
        header::before{content:"";display:block;width:44px;height:6px;background:var(--accent);margin-bottom:14px}
        .house-line{margin:0 0 18px;padding-bottom:8px;border-bottom:1px solid var(--rule);color:var(--mute);font-size:13px;max-width:none}
        .house{display:flex;align-items:center;gap:12px;margin:0 0 16px;font-size:15px;font-weight:600;max-width:none}
        .logo{padding:3px 9px;background:var(--ink);color:var(--paper);font-weight:700;letter-spacing:.04em}
        .kicker{margin:0 0 6px;color:var(--mute);font-size:14px;letter-spacing:.02em}
        h1,h2,h3{font-family:ui-serif,Georgia,Cambria,"Times New Roman",serif;line-height:1.2;font-weight:700;text-wrap:balance}
        h1{font-size:clamp(28px,5vw,42px);margin:0 0 12px;letter-spacing:-.01em}
        h2{font-size:25px;margin:52px 0 12px;padding-top:14px;border-top:1px solid var(--ink)}
        h3{font-size:18px;margin:0 0 6px}
        p{max-width:68ch;margin:0 0 12px}
        .summary{font-size:17px;color:var(--mute)}
        .answer{display:grid;grid-template-columns:minmax(220px,300px) 1fr;gap:8px 36px;align-items:start;margin:26px 0 8px;padding:22px 24px;background:var(--wash);border-left:4px solid var(--accent)}
        .answer .big{font-size:clamp(46px,8vw,64px);line-height:1;font-weight:700;letter-spacing:-.02em;margin:0 0 6px;font-variant-numeric:tabular-nums}
        .answer>div{min-width:0;overflow-wrap:anywhere}
        .answer .none{font-size:36px;padding:8px 0 4px}
        .answer .label{margin:0;font-size:14px;font-weight:600;line-height:1.4}
        .answer .verdict{font-family:ui-serif,Georgia,Cambria,"Times New Roman",serif;font-size:22px;line-height:1.35;margin:0 0 14px}
        .answer .detail{margin:0;font-size:14px;color:var(--mute)}
        .gauge{position:relative;height:10px;margin:10px 0 4px;background:var(--grid);border-radius:5px}
        .gauge .span{position:absolute;top:0;bottom:0;background:var(--accent);opacity:.4;border-radius:5px;min-width:3px}
        .gauge .mean{position:absolute;top:-3px;width:4px;height:16px;margin-left:-2px;background:var(--accent);border-radius:2px}
        .ends{display:flex;justify-content:space-between;font-size:12px;color:var(--mute);margin:0 0 10px}
        .cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(154px,1fr));gap:0 20px;margin:14px 0 0;padding:0;list-style:none}
        .cards li{min-width:0;overflow-wrap:anywhere;border-top:3px solid var(--edge);padding:10px 0 14px;break-inside:avoid;display:grid;grid-template-rows:subgrid;grid-row:span 4;align-content:start}
        .cards .label{margin:0 0 4px;font-size:14px;line-height:1.35;font-weight:600}
        .cards .value{margin:0;font-size:30px;line-height:1.1;font-weight:700;letter-spacing:-.01em;font-variant-numeric:tabular-nums}
        .cards .interval{margin:2px 0 6px;font-size:13px;color:var(--mute)}
        .cards .note{margin:0;font-size:13px;line-height:1.4}
        nav ol{display:flex;flex-wrap:wrap;gap:4px 18px;margin:26px 0 0;padding:10px 0;border-top:1px solid var(--rule);border-bottom:1px solid var(--rule);list-style:none;font-size:14px}
        .nb{white-space:nowrap}
        .quiet{color:var(--mute);font-size:.92em}
        .cite{font-size:.8em;white-space:nowrap;font-variant-numeric:tabular-nums}.cite a{text-decoration:none}.cite a:hover{text-decoration:underline}
        .badge{display:inline-block;overflow-wrap:normal;padding:0 6px;border-radius:3px;font-size:12px;line-height:18px;font-weight:600;white-space:nowrap}
        .measured{color:var(--measured);background:var(--measured-bg)}
        .modelled{color:var(--modelled);background:var(--modelled-bg)}
        .judgement{color:var(--judgement);background:var(--judgement-bg);outline:1px dashed currentColor;outline-offset:-1px}
        code{font:.88em/1.45 ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;background:var(--wash);padding:1px 4px;border-radius:3px;overflow-wrap:anywhere}
        figure{margin:24px 0 28px;break-inside:avoid}
        figcaption{margin-bottom:10px}
        .chart-title{margin:0;font-size:18px;line-height:1.3;font-weight:700;max-width:none}
        .chart-sub{margin:2px 0 0;font-size:14px;color:var(--mute);max-width:none}
        .source-line{margin:8px 0 0;font-size:13px;color:var(--mute);max-width:none}
        .chart-svg{display:block;width:100%;height:auto}
        .chart-svg.narrow{display:none}
        details{margin:6px 0 0;font-size:13px}
        summary{cursor:pointer;color:var(--link);width:max-content;max-width:100%}
        .scroll{overflow-x:auto;max-height:360px;margin-top:8px}
        table{width:100%;border-collapse:collapse;margin:20px 0 8px;font-size:14px;line-height:1.4}
        caption{text-align:left;font-weight:700;font-size:15px;padding:0 0 8px}
        th,td{padding:7px 14px 7px 0;text-align:left;vertical-align:top;border-bottom:1px solid var(--rule)}
        th:last-child,td:last-child{padding-right:0}
        thead th{font-size:12.5px;line-height:1.3;color:var(--mute);font-weight:600;vertical-align:bottom;border-bottom:1px solid var(--ink)}
        tbody th{font-weight:600;min-width:7.5em}
        .num{text-align:right;font-variant-numeric:tabular-nums}
        td.num{white-space:nowrap}
        tr{break-inside:avoid}
        .panels{display:grid;grid-template-columns:repeat(auto-fit,minmax(320px,1fr));gap:16px;margin:18px 0 8px}
        .panels>div{min-width:0;overflow-wrap:anywhere;border:1px solid var(--rule);border-top:3px solid var(--c1);padding:14px 16px;break-inside:avoid}
        .panels p{font-size:15px}
        .panels dl,.facts{margin:0}
        .panels dt{font-size:12.5px;color:var(--mute);margin-top:8px}
        .panels dd{margin:0;font-size:14px;font-variant-numeric:tabular-nums}
        .facts{display:grid;grid-template-columns:max-content 1fr;gap:4px 22px;margin:10px 0 18px;font-size:15px}
        .facts dt{color:var(--mute)}.facts dd{margin:0;overflow-wrap:anywhere}
        ul.list{max-width:72ch;padding-left:20px;margin:8px 0 16px}
        ul.list li{margin:0 0 8px}
        .sources{list-style:none;margin:12px 0;padding:0;font-size:14px}
        .sources>li{display:grid;grid-template-columns:34px 1fr;padding:12px 0;border-bottom:1px solid var(--rule);break-inside:avoid}
        .sources>li:target{background:var(--wash)}
        .sources div{min-width:0;overflow-wrap:anywhere}
        .sources .number{color:var(--mute);font-variant-numeric:tabular-nums}
        .sources p{margin:0 0 3px;max-width:none}
        .sources ul{margin:2px 0 0;padding-left:18px}
        footer{padding-top:24px;padding-bottom:48px;color:var(--mute);font-size:13px}
        @media screen and (max-width:700px){
        header,main,footer,nav{padding-left:16px;padding-right:16px}
        h2{font-size:22px;margin-top:40px}
        .answer{grid-template-columns:1fr;padding:16px}
        .answer .verdict{font-size:19px}
        .cards{grid-template-columns:repeat(auto-fit,minmax(140px,1fr))}
        .chart-svg.wide{display:none}.chart-svg.narrow{display:block;max-width:480px}
        .stack,.stack tbody,.stack tr,.stack th,.stack td,.stack caption{display:block}
        .stack thead{position:absolute;left:-9999px}
        .stack tr{border-bottom:1px solid var(--rule);padding:8px 0}
        .stack th,.stack td{border:0;padding:1px 0;min-width:0}
        .stack tbody th{font-size:15px}
        .stack td{display:grid;grid-template-columns:minmax(96px,34%) 1fr;gap:10px;text-align:left;white-space:normal}
        .stack td::before{content:attr(data-label);color:var(--mute);font-size:12.5px}
        .panels{grid-template-columns:1fr}
        .facts{gap:4px 16px}
        }
        @page{size:A4;margin:16mm 15mm 18mm}
        @media print{
        html{color-scheme:light}
        body{font-size:10pt;line-height:1.4;-webkit-print-color-adjust:exact;print-color-adjust:exact}
        header,main,footer{max-width:none;padding-left:0;padding-right:0}
        header{padding-top:0}
        nav,.skip,details{display:none}
        h1{font-size:22pt}h2{font-size:14pt;margin-top:20pt;break-after:avoid}h3{font-size:11pt}
        h2+*{break-before:avoid}h2+p{break-after:avoid}
        .sources>li{padding:5pt 0}.sources p{display:inline;margin-right:8pt}.sources ul{margin:0}
        table{font-size:8pt}thead{display:table-header-group}caption{font-size:9pt;break-after:avoid}thead th,.badge,.cards .note,.cards .interval,.source-line,.sources,.panels dt{font-size:8pt}
        th,td{padding:3pt 8pt 3pt 0}
        .cards{grid-template-columns:repeat(5,1fr)}.cards .value{font-size:16pt}.cards .label{font-size:8.5pt}
        .panels{grid-template-columns:1fr 1fr}.panels p,.panels dd,.facts{font-size:9pt}
        a{color:inherit;text-decoration:none}
        }
        """;

    public static string All => $":root{{{Light}}}@media screen and (prefers-color-scheme:dark){{:root{{{Dark}}}}}\n{Page}\n{ChartStyle.Rules}";
}
