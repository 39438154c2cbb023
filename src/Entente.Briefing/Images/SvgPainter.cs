using System.Globalization;
using System.Xml.Linq;
using SkiaSharp;

namespace Entente.Briefing.Images;

/// <summary>Paints the SVG that <see cref="Charts.SvgBuilder"/> writes: groups, lines, rectangles, circles, paths, patterns and text in the fonts that are inside the program. What it does not know it refuses, so that no picture lacks a part unnoticed.</summary>
internal sealed class SvgPainter
{
    private static readonly Lazy<(SKTypeface Regular, SKTypeface Bold)> Faces = new(() => (Face("DejaVuSansCondensed.ttf"), Face("DejaVuSansCondensed-Bold.ttf")));

    // The fonts inside run wider than the faces that charts are laid out for.
    private const float FontScale = .96f;

    private readonly SKCanvas _canvas;
    private readonly SvgStyles _styles;
    private readonly XElement _root;
    private readonly float _scale;
    private readonly List<SvgNode> _path = [];

    private SvgPainter(SKCanvas canvas, SvgStyles styles, XElement root, float scale) => (_canvas, _styles, _root, _scale) = (canvas, styles, root, scale);

    /// <summary>Paints a document.</summary>
    /// <param name="svg">The document, of one look: without media queries.</param>
    /// <param name="scale">Pixels for each unit.</param>
    /// <returns>The PNG file.</returns>
    public static byte[] Png(string svg, int scale)
    {
        var root = XElement.Parse(svg);
        var (width, height) = (Number(root, "width"), Number(root, "height"));
        var info = new SKImageInfo((int)Math.Ceiling(width * scale), (int)Math.Ceiling(height * scale), SKColorType.Rgba8888, SKAlphaType.Premul);
        using var surface = SKSurface.Create(info) ?? throw new InvalidOperationException($"There is no memory for a picture of {info.Width} by {info.Height} pixels.");
        surface.Canvas.Scale(scale);
        new SvgPainter(surface.Canvas, SvgStyles.Parse(string.Concat(root.Elements().Where(element => element.Name.LocalName == "style").Select(element => element.Value))), root, scale).Draw(root, new Dictionary<string, string>());
        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    private void Draw(XElement element, IReadOnlyDictionary<string, string> parent)
    {
        var style = _styles.Of(element, _path, parent);
        switch (element.Name.LocalName)
        {
            case "title" or "desc" or "style" or "defs":
                return;
            case "svg" or "g":
                Group(element, style);
                return;
            case "text":
                Text(element, style);
                return;
            default:
                using (var shape = Shape(element)) Paint(shape, style);
                return;
        }
    }

    private void Group(XElement element, Dictionary<string, string> style)
    {
        _canvas.Save();
        if ((string?)element.Attribute("transform") is { } transform) _canvas.Concat(Transform(transform));
        _path.Add(SvgNode.Of(element));
        foreach (var child in element.Elements()) Draw(child, style);
        _path.RemoveAt(_path.Count - 1);
        _canvas.Restore();
    }

    private SKPath Shape(XElement element)
    {
        switch (element.Name.LocalName)
        {
            case "path":
                return SKPath.ParseSvgPathData((string?)element.Attribute("d")) ?? throw new InvalidOperationException($"The chart holds a path that cannot be read: {(string?)element.Attribute("d")}");
            case "line":
                var line = new SKPath();
                line.MoveTo(Number(element, "x1"), Number(element, "y1"));
                line.LineTo(Number(element, "x2"), Number(element, "y2"));
                return line;
            case "rect":
                var (x, y) = (Number(element, "x"), Number(element, "y"));
                var rectangle = new SKPath();
                rectangle.AddRect(SKRect.Create(x, y, Length(element, "width"), Length(element, "height")));
                return rectangle;
            case "circle":
                var circle = new SKPath();
                circle.AddCircle(Number(element, "cx"), Number(element, "cy"), Number(element, "r"));
                return circle;
            case var name:
                throw new InvalidOperationException($"The painter of charts does not know the element {name}.");
        }
    }

    private void Paint(SKPath shape, Dictionary<string, string> style)
    {
        shape.FillType = SvgStyles.Value(style, "fill-rule") == "evenodd" ? SKPathFillType.EvenOdd : SKPathFillType.Winding;
        using var fill = Fill(style);
        if (fill is not null) _canvas.DrawPath(shape, fill);
        using var stroke = Stroke(style);
        if (stroke is not null) _canvas.DrawPath(shape, stroke);
    }

    private void Text(XElement element, Dictionary<string, string> style)
    {
        var bold = SvgStyles.Value(style, "font-weight") is { } weight && (weight == "bold" || Parse(weight) >= 600);
        using var font = new SKFont(bold ? Faces.Value.Bold : Faces.Value.Regular, Parse(SvgStyles.Value(style, "font-size") ?? "12px") * FontScale) { Subpixel = true, Edging = SKFontEdging.Antialias, Hinting = SKFontHinting.None };
        var align = SvgStyles.Value(style, "text-anchor") switch { "end" => SKTextAlign.Right, "middle" => SKTextAlign.Center, _ => SKTextAlign.Left };
        var (x, y) = (Number(element, "x"), Number(element, "y"));
        if (SvgStyles.Value(style, "paint-order") == "stroke")
        {
            using var halo = Stroke(style);
            if (halo is not null) _canvas.DrawText(element.Value, x, y, align, font, halo);
        }

        using var fill = Fill(style);
        if (fill is not null) _canvas.DrawText(element.Value, x, y, align, font, fill);
    }

    private SKPaint? Fill(Dictionary<string, string> style)
    {
        var value = SvgStyles.Value(style, "fill") ?? "#000000";
        if (value == "none") return null;
        var paint = new SKPaint { IsAntialias = true, Style = SKPaintStyle.Fill };
        var opacity = Opacity(style) * Parse(SvgStyles.Value(style, "fill-opacity") ?? "1");
        if (value.StartsWith("url(#", StringComparison.Ordinal)) (paint.Shader, paint.Color) = (Pattern(value[5..^1]), SKColors.Black.WithAlpha(Alpha(opacity)));
        else paint.Color = Colour(value, opacity);
        return paint;
    }

    private SKPaint? Stroke(Dictionary<string, string> style)
    {
        var value = SvgStyles.Value(style, "stroke") ?? "none";
        if (value == "none") return null;
        var width = Parse(SvgStyles.Value(style, "stroke-width") ?? "1");
        if (SvgStyles.Value(style, "vector-effect") == "non-scaling-stroke") width *= _scale / _canvas.TotalMatrix.ScaleX;
        var paint = new SKPaint
        {
            IsAntialias = true,
            Style = SKPaintStyle.Stroke,
            Color = Colour(value, Opacity(style)),
            StrokeWidth = width,
            StrokeJoin = SvgStyles.Value(style, "stroke-linejoin") == "round" ? SKStrokeJoin.Round : SKStrokeJoin.Miter,
            StrokeCap = SvgStyles.Value(style, "stroke-linecap") == "round" ? SKStrokeCap.Round : SKStrokeCap.Butt,
        };
        if (SvgStyles.Value(style, "stroke-dasharray") is { } dashes && dashes != "none") paint.PathEffect = SKPathEffect.CreateDash([.. dashes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Parse)], 0);
        return paint;
    }

    private SKShader Pattern(string id)
    {
        var pattern = _root.Descendants().First(element => (string?)element.Attribute("id") == id);
        var tile = new SKRect(0, 0, Number(pattern, "width"), Number(pattern, "height"));
        using var recorder = new SKPictureRecorder();
        var painter = new SvgPainter(recorder.BeginRecording(tile), _styles, _root, _scale);
        painter._path.AddRange(_path.Take(1));
        var root = _styles.Of(_root, [], new Dictionary<string, string>());
        foreach (var child in pattern.Elements()) painter.Draw(child, root);
        using var picture = recorder.EndRecording();
        var matrix = (string?)pattern.Attribute("patternTransform") is { } transform ? Transform(transform) : SKMatrix.Identity;
        return picture.ToShader(SKShaderTileMode.Repeat, SKShaderTileMode.Repeat, SKFilterMode.Linear, matrix, tile);
    }

    private static float Opacity(Dictionary<string, string> style) => Parse(SvgStyles.Value(style, "opacity") ?? "1");

    private static byte Alpha(float opacity) => (byte)Math.Round(Math.Clamp(opacity, 0, 1) * 255);

    private static SKColor Colour(string value, float opacity) =>
        SKColor.TryParse(value, out var colour) ? colour.WithAlpha(Alpha(opacity)) : throw new InvalidOperationException($"The painter of charts does not know the colour {value}.");

    private static SKMatrix Transform(string text)
    {
        var matrix = SKMatrix.Identity;
        foreach (var part in text.Split(')', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, numbers) = (part[..part.IndexOf('(', StringComparison.Ordinal)], part[(part.IndexOf('(', StringComparison.Ordinal) + 1)..].Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Select(Parse).ToArray());
            matrix = matrix.PreConcat(name switch
            {
                "translate" => SKMatrix.CreateTranslation(numbers[0], numbers.Length > 1 ? numbers[1] : 0),
                "scale" => SKMatrix.CreateScale(numbers[0], numbers.Length > 1 ? numbers[1] : numbers[0]),
                "rotate" => SKMatrix.CreateRotationDegrees(numbers[0]),
                _ => throw new InvalidOperationException($"The painter of charts does not know the transform {name}."),
            });
        }

        return matrix;
    }

    private float Length(XElement element, string name) => (string?)element.Attribute(name) == "100%" ? Number(_root, name) : Number(element, name);

    private static float Number(XElement element, string name) => (string?)element.Attribute(name) is { } text ? Parse(text) : 0;

    private static float Parse(string text) => float.Parse(text.EndsWith("px", StringComparison.Ordinal) ? text[..^2] : text, CultureInfo.InvariantCulture);

    private static SKTypeface Face(string name)
    {
        using var stream = typeof(SvgPainter).Assembly.GetManifestResourceStream($"Entente.Briefing.Fonts.{name}")!;
        return SKTypeface.FromStream(stream) ?? throw new InvalidOperationException($"The font {name} inside the program cannot be read.");
    }
}
