using System.Globalization;
using System.Text;

namespace Entente.Models.Tests.Trade.WhatIf;

/// <summary>
/// A made-up world of three economies and two sectors, for tests and to show the layout: no figure in it is of any source. Energy is made mostly in Russia and used
/// by industry everywhere; every economy buys what it uses.
/// </summary>
internal sealed class MadeUpSectors : IDisposable
{
    public const string Trade = """
        sector,exporter,importer,value
        energy,RUS,RUS,120
        energy,RUS,DEU,60
        energy,RUS,CHN,20
        energy,DEU,RUS,1
        energy,DEU,DEU,40
        energy,DEU,CHN,1
        energy,CHN,RUS,1
        energy,CHN,DEU,2
        energy,CHN,CHN,300
        industry,RUS,RUS,500
        industry,RUS,DEU,15
        industry,RUS,CHN,10
        industry,DEU,RUS,70
        industry,DEU,DEU,2500
        industry,DEU,CHN,90
        industry,CHN,RUS,40
        industry,CHN,DEU,110
        industry,CHN,CHN,8000

        """;

    public const string Use = """
        economy,sector,used_by,value
        RUS,energy,energy,20
        RUS,energy,industry,70
        RUS,industry,energy,40
        RUS,industry,industry,200
        DEU,energy,energy,2
        DEU,energy,industry,80
        DEU,industry,energy,5
        DEU,industry,industry,1100
        CHN,energy,energy,30
        CHN,energy,industry,230
        CHN,industry,energy,60
        CHN,industry,industry,3900

        """;

    public const string Final = """
        economy,sector,value
        RUS,energy,32
        RUS,industry,370
        DEU,energy,20
        DEU,industry,1520
        CHN,energy,61
        CHN,industry,4140

        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public string File(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    /// <summary>A table of trade in which every sector is the same, worth the given share of a one-sector world.</summary>
    public static string Alike(params ReadOnlySpan<(string Name, double Share)> sectors)
    {
        string[] economies = ["RUS", "DEU", "CHN"];
        double[] flows = [620, 75, 30, 71, 2540, 91, 41, 112, 8300];
        var text = new StringBuilder("sector,exporter,importer,value\n");
        foreach (var (name, share) in sectors)
        {
            for (var cell = 0; cell < 9; cell++) text.Append(CultureInfo.InvariantCulture, $"{name},{economies[cell / 3]},{economies[cell % 3]},{flows[cell] * share:R}\n");
        }

        return text.ToString();
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
