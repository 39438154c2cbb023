using Entente.World;

namespace Entente.Models.Strategy.Files;

/// <summary>Collects what is wrong with a file, so that the first error by position is the one that is told.</summary>
internal sealed class FileErrors(string file)
{
    private readonly List<(FilePlace Order, FilePlace Place, string Text)> _errors = [];

    public bool Any => _errors.Count > 0;

    public int Count => _errors.Count;

    public void Add(YamlNode at, string text) => Add(at.Start, text);

    public void Add(FilePlace at, string text) => _errors.Add((at, at, text));

    /// <summary>A key is known to be missing only where its group ends, so errors inside the group, often the mistyped key itself, come first.</summary>
    public void AddMissing(YamlNode group, string text) => _errors.Add((group.End, group.Start, text));

    public void ThrowIfAny()
    {
        if (_errors.Count == 0) return;
        var first = _errors[0];
        foreach (var error in _errors)
        {
            // Strictly before, so that of two errors at one place the one found first stays.
            if (error.Order.CompareTo(first.Order) < 0) first = error;
        }

        throw At(first.Place, first.Text);
    }

    public InvalidInputException At(FilePlace place, string text, Exception? inner = null) => At(file, place, text, inner);

    public static InvalidInputException At(string file, FilePlace place, string text, Exception? inner = null) =>
        new(FormattableString.Invariant($"{file}, line {place.Line}, column {place.Column}: {text}"), inner);
}
