using Entente.Cli.Serving;
using Entente.Web.Questions;

namespace Entente.Web.Tests;

/// <summary>A desk on a store of the user's own, which holds one row more than the shipped one.</summary>
internal sealed class OwnStore : IDisposable
{
    /// <summary>What no desk without one can answer.</summary>
    public const string Question = "data/diff";

    private readonly WebFolder _folder = new();

    public OwnStore()
    {
        File.WriteAllText(_folder.In("customs.csv"), "year,iso3,flow,value_kusd,publisher,document\n2021,RUS,export,492300000,nobody,made up for a test\n");
        using var said = new StringWriter();
        Cli.Program.Run(["data", "import", _folder.In("customs.csv"), "--into", _folder.In("mine")], said, said, TestContext.Current.CancellationToken).ShouldBe(0, said.ToString());
        Desk = new VerbDesk([$"--store={_folder.In("mine")}"], () => "own");
    }

    /// <summary>The desk.</summary>
    public VerbDesk Desk { get; }

    /// <summary>A call of comparing the two.</summary>
    public QuestionCall Compared => QuestionCall.Of(Desk.Questions.Single(question => question.Name == Question), [KeyValuePair.Create("figure", "gdp state=POL year=2020")]);

    public void Dispose()
    {
        Desk.Dispose();
        _folder.Dispose();
    }
}
