using Entente.World;

namespace Entente.Briefing;

/// <summary>The house style of HTML and PDF briefs: a page (Liquid), settings (YAML) and rules (CSS) in a folder that users may edit. Nothing in it may ask for anything from outside the file.</summary>
public sealed class HouseStyle
{
    private const int Largest = 2_000_000;
    private static readonly string[] Files = ["page.liquid", "house.yaml", "house.css"];
    private static readonly Lazy<HouseStyle> OfProgram = new(() => new(House.PageTemplate.Parse(Embedded(Files[0]), Files[0]), House.HouseSettings.Parse(Embedded(Files[1]), Files[1]), "", isShipped: true));

    private HouseStyle(House.PageTemplate page, House.HouseSettings settings, string css, bool isShipped) => (Page, Settings, Css, IsShipped) = (page, settings, css, isShipped);

    /// <summary>The style that the program brings.</summary>
    public static HouseStyle Shipped => OfProgram.Value;

    internal House.PageTemplate Page { get; }

    internal House.HouseSettings Settings { get; }

    internal string Css { get; }

    internal bool IsShipped { get; }

    /// <summary>Reads a folder; a file that is not there is as the program has it.</summary>
    /// <param name="folder">A folder with at least one of page.liquid, house.yaml and house.css.</param>
    /// <exception cref="InvalidInputException">The folder is missing or holds none of the files, or one of them is wrong: the sentence names file, line and column.</exception>
    public static HouseStyle Read(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        if (!Directory.Exists(folder)) throw new InvalidInputException($"There is no folder '{folder}' with a template; 'entente brief --write-template {folder}' writes one to edit.");
        var texts = Files.Select(name => Text(Path.Combine(folder, name))).ToArray();
        if (texts.All(text => text is null)) throw new InvalidInputException($"The folder '{folder}' holds no template: it needs {string.Join(", ", Files[..^1])} or {Files[^1]}; 'entente brief --write-template FOLDER' writes all three.");
        for (var i = 0; i < Files.Length; i++)
        {
            if (texts[i] is { } text) House.OutsideResources.Refuse(text, Files[i]);
        }

        return new(
            texts[0] is { } page ? House.PageTemplate.Parse(page, Files[0]) : Shipped.Page, texts[1] is { } settings ? House.HouseSettings.Parse(settings, Files[1]) : Shipped.Settings, texts[2] ?? "", isShipped: false);
    }

    /// <summary>Writes the style of the program into a folder, to be edited.</summary>
    /// <param name="folder">A folder; made where it is missing.</param>
    /// <returns>The files written.</returns>
    /// <exception cref="InvalidInputException">A file of one of the names is there already, or the folder takes no files.</exception>
    public static IReadOnlyList<string> Write(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        var paths = Files.Select(name => Path.Combine(folder, name)).ToList();
        if (paths.Find(File.Exists) is { } there) throw new InvalidInputException($"'{there}' is there already and may hold your work: name another folder, or take the file away.");
        try
        {
            Directory.CreateDirectory(folder);
            for (var i = 0; i < Files.Length; i++) World.Store.WholeFile.Write(paths[i], Embedded(Files[i]));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException($"The template cannot be written to '{folder}' ({problem.Message.TrimEnd('.')}): name a folder that you may write to.", problem);
        }

        return paths;
    }

    private static string? Text(string path)
    {
        if (!File.Exists(path)) return null;
        try
        {
            var file = new FileInfo(path);
            if (file.Length > Largest) throw new InvalidInputException(FormattableString.Invariant($"{path} has {file.Length} bytes; a file of a template may have at most {Largest}."));
            return File.ReadAllText(path, new System.Text.UTF8Encoding(false, throwOnInvalidBytes: true));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException($"{path} cannot be read: {problem.Message.TrimEnd('.')}.", problem);
        }
        catch (System.Text.DecoderFallbackException problem)
        {
            throw new InvalidInputException($"{path} is not text in UTF-8; save it in that encoding.", problem);
        }
    }

    private static string Embedded(string name)
    {
        using var stream = typeof(HouseStyle).Assembly.GetManifestResourceStream($"Entente.Briefing.House.{name}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
