using System.Collections.Immutable;

namespace Entente.World.Sources.States;

/// <summary>A country or territory in iso_codes.csv.</summary>
/// <param name="Iso3">ISO 3166-1 alpha-3.</param>
/// <param name="Iso2">ISO 3166-1 alpha-2.</param>
/// <param name="M49">UN M49 number.</param>
/// <param name="Name">Name for display (CLDR).</param>
/// <param name="Region">UN region, where there is one.</param>
/// <param name="Names">Short and official names in English and French.</param>
/// <param name="Line">Line of the file.</param>
internal sealed record IsoEntry(string Iso3, string Iso2, int M49, string Name, string? Region, ImmutableArray<string> Names, int Line)
{
    /// <summary>Name of the file.</summary>
    public const string File = "iso_codes.csv";

    private static readonly string[] NameColumns = ["CLDR display name", "official_name_en", "UNTERM English Short", "UNTERM English Formal", "official_name_fr", "UNTERM French Short"];

    /// <summary>Reads the file by ISO3.</summary>
    public static IReadOnlyDictionary<string, IsoEntry> Read(string folder)
    {
        var table = ReferenceCsv.Read(folder, File, ["ISO3166-1-Alpha-3", "ISO3166-1-Alpha-2", "M49", "Region Name", .. NameColumns]);
        var entries = new SortedDictionary<string, IsoEntry>(StringComparer.Ordinal);
        foreach (var row in table.Rows)
        {
            var iso3 = row.Text("ISO3166-1-Alpha-3");
            if (iso3.Length != 3 || !iso3.All(char.IsAsciiLetterUpper)) throw row.Bad("ISO3166-1-Alpha-3", $"'{iso3}' is no ISO3 code.");
            var region = row.Raw("Region Name");
            var names = NameColumns.Select(row.Raw).Select(name => name.TrimEnd('*', ' ')).Where(name => name.Length > 0).ToImmutableArray();
            var entry = new IsoEntry(iso3, row.Text("ISO3166-1-Alpha-2"), row.Integer("M49"), row.Text("CLDR display name"), region.Length == 0 ? null : region, names, row.Line);
            if (!entries.TryAdd(iso3, entry)) throw row.Bad("ISO3166-1-Alpha-3", $"{iso3} stands here a second time (first in line {entries[iso3].Line}).");
        }

        return entries;
    }
}
