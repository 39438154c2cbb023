using System.Globalization;
using System.Text;

namespace Entente.Briefing.Charts;

/// <summary>Writes well-formed SVG: every text escaped, every character legal in XML, every number short and invariant.</summary>
internal sealed class SvgBuilder
{
    private readonly StringBuilder _text = new();

    public static string Number(double value)
    {
        var rounded = Math.Round(value, 2);
        return rounded == 0 ? "0" : rounded.ToString("0.##", CultureInfo.InvariantCulture);
    }

    /// <summary>Text or attribute value, escaped; characters that XML forbids are dropped, lone surrogates too.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var rune in text.EnumerateRunes())
        {
            // An ill-formed surrogate comes out as U+FFFD.
            var code = rune.Value;
            if (code < 0x20 && code is not ('\t' or '\n' or '\r') || code is 0xFFFE or 0xFFFF or (>= 0x7F and <= 0x9F)) continue;
            _ = code switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '"' => escaped.Append("&quot;"),
                '\'' => escaped.Append("&#39;"),
                _ => escaped.Append(rune.ToString()),
            };
        }

        return escaped.ToString();
    }

    public SvgBuilder Raw(string markup)
    {
        _text.Append(markup);
        return this;
    }

    public SvgBuilder Group(string classes)
    {
        _text.Append(CultureInfo.InvariantCulture, $"<g class=\"{classes}\">");
        return this;
    }

    public SvgBuilder End()
    {
        _text.Append("</g>");
        return this;
    }

    public void Line(double x1, double y1, double x2, double y2, string classes) =>
        _text.Append(CultureInfo.InvariantCulture, $"<line x1=\"{Number(x1)}\" y1=\"{Number(y1)}\" x2=\"{Number(x2)}\" y2=\"{Number(y2)}\" class=\"{classes}\"/>");

    public void Rect(double x, double y, double width, double height, string classes) =>
        _text.Append(CultureInfo.InvariantCulture, $"<rect x=\"{Number(x)}\" y=\"{Number(y)}\" width=\"{Number(Math.Max(0, width))}\" height=\"{Number(Math.Max(0, height))}\" class=\"{classes}\"/>");

    public void Circle(double x, double y, double radius, string classes) =>
        _text.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{Number(x)}\" cy=\"{Number(y)}\" r=\"{Number(radius)}\" class=\"{classes}\"/>");

    public void Path(string data, string classes) => _text.Append(CultureInfo.InvariantCulture, $"<path d=\"{data}\" class=\"{classes}\"/>");

    /// <summary>One line of text; the class "end" or "mid" sets the anchor.</summary>
    public void Text(double x, double y, string text, string classes) =>
        _text.Append(CultureInfo.InvariantCulture, $"<text x=\"{Number(x)}\" y=\"{Number(y)}\" class=\"{classes}\">{Escape(text)}</text>");

    public override string ToString() => _text.ToString();
}
