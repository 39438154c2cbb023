using System.Collections.Frozen;

namespace Entente.World.States;

/// <summary>Latin letters with marks and the plain letters they are read as. A table of our own, because Unicode normalisation is not to be had in a runtime without culture data.</summary>
internal static class LatinLetters
{
    private static readonly FrozenDictionary<char, string> Table = Build();

    /// <summary>The plain lower-case letters, or <see langword="null"/> for a letter that is not in the table.</summary>
    public static string? Plain(char letter) => Table.GetValueOrDefault(letter);

    private static FrozenDictionary<char, string> Build()
    {
        (string Plain, string Marked)[] rows =
        [
            ("a", "ÀÁÂÃÄÅàáâãäåĀāĂăĄąǍǎẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặª"), ("ae", "ÆæǼǽ"), ("c", "ÇçĆćĈĉĊċČč"), ("d", "ĎďĐđÐð"), ("e", "ÈÉÊËèéêëĒēĔĕĖėĘęĚěẸẹẺẻẼẽẾếỀềỂểỄễỆệƏə"),
            ("g", "ĜĝĞğĠġĢģǦǧ"), ("h", "ĤĥĦħ"), ("i", "ÌÍÎÏìíîïĨĩĪīĬĭĮįİıǏǐỈỉỊị"), ("j", "Ĵĵ"), ("k", "Ķķ"), ("l", "ĹĺĻļĽľĿŀŁł"), ("n", "ÑñŃńŅņŇň"), ("o", "ÒÓÔÕÖØòóôõöøŌōŎŏŐőƠơǑǒỌọỎỏỐốỒồỔổỖỗỘộỚớỜờỞởỠỡỢợº"),
            ("oe", "Œœ"), ("r", "ŔŕŖŗŘř"), ("s", "ŚśŜŝŞşŠšȘș"), ("ss", "ßẞ"), ("t", "ŢţŤťŦŧȚț"), ("th", "Þþ"), ("u", "ÙÚÛÜùúûüŨũŪūŬŭŮůŰűŲųƯưǓǔỤụỦủỨứỪừỬửỮữỰự"), ("w", "Ŵŵ"), ("y", "ÝýÿŶŷŸỲỳỴỵỶỷỸỹ"), ("z", "ŹźŻżŽž"),
        ];
        var table = new Dictionary<char, string>();
        foreach (var (plain, marked) in rows)
        {
            foreach (var letter in marked) table.Add(letter, plain);
        }

        return table.ToFrozenDictionary();
    }
}
