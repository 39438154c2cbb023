namespace Entente.World.Sources.Csv;

/// <summary>Integers as cells of a table, each boxed once: a table of votes has millions of cells and a few hundred values.</summary>
internal sealed class Boxes
{
    private readonly Dictionary<int, object> _boxes = [];

    /// <summary>The box of a number.</summary>
    public object this[int number] => _boxes.TryGetValue(number, out var box) ? box : _boxes[number] = number;
}
