using Entente.World.Catalog;
using Entente.World.Figures;

namespace Entente.World.Tests.Catalog;

public sealed class DocumentSourceTests
{
    [Fact]
    public void A_document_is_the_projects_or_its_authors_and_its_edition_is_its_text()
    {
        var shipped = DocumentSource.Of("strategy", "status-quo", "Nothing is done", "a", isShipped: true);
        (shipped.Key, shipped.Publisher, shipped.Edition).ShouldBe(("strategy:status-quo", "The Entente project", "sha256 ca978112ca1b"));
        var own = DocumentSource.Of("strategy", "status-quo", "Nothing is done", "b", isShipped: false);
        own.Publisher.ShouldNotBe(shipped.Publisher);
        own.Licence.ShouldNotBe(shipped.Licence);
        own.Edition.ShouldNotBe(shipped.Edition);
    }

    [Fact]
    public void Shipped_documents_of_a_kind_are_one_source_and_others_stay_by_themselves()
    {
        Source[] documents = [.. new[] { ("a", true), ("b", true), ("mine", false) }.Select(one => DocumentSource.Of("case", one.Item1, one.Item1, one.Item1, one.Item2))];
        var together = DocumentSource.Together("case", "Cases", documents);
        together.Select(source => source.Key).ShouldBe(["case:*", "case:mine"]);
        together[0].Edition.ShouldStartWith("2 files, sha256 ");
        var changed = DocumentSource.Together("case", "Cases", [documents[0], documents[1] with { Edition = "sha256 0" }]);
        changed[0].Edition.ShouldNotBe(together[0].Edition);
        DocumentSource.Together("case", "Cases", documents[1..]).Select(source => source.Key).ShouldBe(["case:b", "case:mine"]);
    }

    [Fact]
    public void An_answer_of_parts_names_every_source_once_and_all_that_is_missing()
    {
        var document = DocumentSource.Of("case", "a", "a", "a", isShipped: true);
        Provenance[] parts =
        [
            new(["baci", "vdem"], "one", new Coverage("first", 2, 1, ["Cuba"])) { Documents = [document] },
            new(["vdem", "atop"], "two", new Coverage("second", 3, 2, ["Cuba", "Chad"])) { Documents = [document] },
        ];
        var whole = Provenance.Together("both", "two parts", parts);
        whole.Sources.ShouldBe(["baci", "vdem", "atop"]);
        whole.Documents.ShouldBe([document]);
        (whole.Query, whole.Coverage.Statement, whole.Coverage.Held).ShouldBe(("both", "two parts", null));
        whole.Coverage.MissingNames.ShouldBe(["Cuba", "Chad"]);
    }
}
