using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Entente.Cli.Tests.Assistants;

/// <summary>The tools as an assistant meets them: a client of the protocol's own library, the program as a process.</summary>
[Collection(AloneCollection.Name)]
public sealed class AssistantTests(AssistantProcess process) : IClassFixture<AssistantProcess>
{
    private async Task<CallToolResult> Ask(string tool, string arguments, IProgress<ProgressNotificationValue>? progress = null, CancellationToken cancellation = default) =>
        await process.Client.CallToolAsync(tool, JsonSerializer.Deserialize<Dictionary<string, object?>>(arguments)!, progress, cancellationToken: cancellation);

    private static string Text(CallToolResult result, int block = 0) => ((TextContentBlock)result.Content[block]).Text;

    [Fact]
    public async Task Every_tool_says_what_it_does_what_it_takes_and_that_it_only_reads()
    {
        var tools = await process.Client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken);
        foreach (var name in new[] { "state", "alignment", "dependence", "ideal_points", "votes", "figures", "figure", "check_claims", "assess", "compare", "sources" }) tools.ShouldContain(tool => tool.Name == name);
        foreach (var tool in tools.Select(one => one.ProtocolTool))
        {
            tool.Title.ShouldNotBeNullOrEmpty();
            tool.Description!.Length.ShouldBeGreaterThan(40, tool.Name);
            tool.Annotations!.ReadOnlyHint.ShouldBe(true, tool.Name);
            tool.Annotations.DestructiveHint.ShouldBe(false);
            tool.Annotations.OpenWorldHint.ShouldBe(false);
            tool.InputSchema.GetProperty("additionalProperties").GetBoolean().ShouldBeFalse();
            foreach (var argument in tool.InputSchema.GetProperty("properties").EnumerateObject())
            {
                argument.Value.GetProperty("description").GetString().ShouldNotBeNullOrEmpty($"{tool.Name}: {argument.Name}");
                if (argument.Value.GetProperty("type").ToString() == "integer") argument.Value.TryGetProperty("maximum", out _).ShouldBeTrue($"{tool.Name}: {argument.Name}");
            }

            tool.OutputSchema!.Value.GetProperty("properties").GetProperty("schema").GetProperty("enum").GetArrayLength().ShouldBeGreaterThan(0);
        }

        process.Client.ServerInfo!.Name.ShouldBe("entente");
        process.Client.ServerInstructions.ShouldNotBeNullOrEmpty();
    }

    /// <summary>Tools, their arguments, and the call of the command line that gives the same.</summary>
    public static TheoryData<string, string, string[]> SameAnswers => new()
    {
        { "state", """{"state":"Soviet Union","year":1960}""", ["state", "Soviet Union", "--year", "1960"] },
        { "alignment", """{"a":"RUS","b":"CHN","since":2015}""", ["align", "RUS", "CHN", "--since", "2015"] },
        { "alignment", """{"a":"GBR","b":"FRA","on":"alliances","measure":"s","since":2010}""", ["align", "GBR", "FRA", "--on", "alliances", "--measure", "s", "--since", "2010"] },
        { "alignment", """{"a":"USA","b":"RUS","measure":"kappa","issues":["nuclear","disarmament"],"since":2010}""", ["align", "USA", "RUS", "--measure", "kappa", "--issue", "nuclear", "--issue", "disarmament", "--since", "2010"] },
        { "dependence", """{"party":"RUS","on":"CHN","year":2023}""", ["depend", "RUS", "--on", "CHN", "--year", "2023"] },
        { "dependence", """{"party":"RUS","on":"CHN","since":2018,"indirect":true}""", ["depend", "RUS", "--on", "CHN", "--since", "2018", "--indirect"] },
        { "votes", """{"symbol":"A/RES/ES-11/7"}""", ["vote", "A/RES/ES-11/7"] },
        { "votes", """{"find":"Syrian Golan","full":true}""", ["vote", "--find", "Syrian Golan"] },
        { "figure", """{"name":"trade-share","parameters":{"state":"RUS","partner":"CHN","flow":"imports","year":2023}}""", ["figure", "trade-share", "state=RUS", "partner=CHN", "flow=imports", "year=2023"] },
        { "check_claims", """{"file":"reverse-kissinger"}""", ["check", "reverse-kissinger"] },
        { "compare", """{"strategies":["status-quo","reverse-kissinger"],"draws":100,"seed":3}""", ["compare", "status-quo", "reverse-kissinger", "--draws", "100", "--seed", "3"] },
        { "sources", """{"full":true}""", ["data", "list"] },
    };

    [Theory]
    [MemberData(nameof(SameAnswers))]
    public async Task A_tool_gives_the_json_of_its_verb_with_a_short_text_and_its_provenance(string tool, string arguments, string[] call)
    {
        var result = await Ask(tool, arguments, cancellation: TestContext.Current.CancellationToken);
        result.IsError.ShouldNotBe(true, Text(result));
        var wanted = Call.Of([.. call, "--json"]).Json();
        JsonElement.DeepEquals(result.StructuredContent!.Value, wanted).ShouldBeTrue();
        using var asText = JsonDocument.Parse(Text(result, 1));
        JsonElement.DeepEquals(asText.RootElement, wanted).ShouldBeTrue();
        Text(result).Length.ShouldBeInRange(20, 3000);
        Text(result).ShouldContain("Sources: ");
        ShouldTellItsSources(wanted);
    }

    [Fact]
    public async Task An_assessment_leaves_its_long_parts_out_until_they_are_asked_for()
    {
        var whole = Call.Of("assess", "reverse-kissinger", "--draws", "100", "--json").Json();
        var result = await Ask("assess", """{"strategy":"reverse-kissinger","draws":100}""", cancellation: TestContext.Current.CancellationToken);
        result.IsError.ShouldNotBe(true, Text(result));
        var answer = JsonObject.Create(result.StructuredContent!.Value)!;
        var left = answer["left_out"]!.AsArray().Select(part => (string)part!).ToList();
        left.ShouldBe(["bill", "charts", "assumptions", "allies", "net_worth"], ignoreOrder: true);
        answer.Remove("left_out");
        foreach (var part in left) answer[part] = JsonNode.Parse(whole.GetProperty(part).GetRawText());
        JsonNode.DeepEquals(answer, JsonObject.Create(whole)).ShouldBeTrue();
        Text(result).ShouldStartWith(whole.GetProperty("verdict").GetString()!);
        ShouldTellItsSources(result.StructuredContent.Value);
    }

    [Fact]
    public async Task Claims_come_as_a_text_and_an_error_in_it_is_told_by_line()
    {
        const string Claims = "title: An article\nclaims:\n  - statement: EU states took 57 % of Russian exports in 2013.\n    figure: trade-share\n    parameters: { state: RUS, partner: EU, flow: exports, year: 2013 }\n    comparison: 57 %\n";
        var result = await Ask("check_claims", JsonSerializer.Serialize(new { claims = Claims }), cancellation: TestContext.Current.CancellationToken);
        result.IsError.ShouldNotBe(true, Text(result));
        using var folder = new TempFolder();
        JsonElement.DeepEquals(result.StructuredContent!.Value, Call.Of("check", folder.File("given.yaml", Claims), "--json").Json()).ShouldBeTrue();
        var wrong = await Ask("check_claims", JsonSerializer.Serialize(new { claims = Claims.Replace("trade-share", "trade-shore", StringComparison.Ordinal) }), cancellation: TestContext.Current.CancellationToken);
        wrong.IsError.ShouldBe(true);
        Text(wrong).ShouldContain("trade-share");
        Text(wrong).ShouldNotContain(Path.GetTempPath());
    }

    [Fact]
    public async Task A_figure_that_is_missing_is_an_answer_that_says_why()
    {
        var result = await Ask("figure", """{"name":"favourability","parameters":{"respondents":"USA","about":"RUS","view":"unfavourable","year":1950}}""", cancellation: TestContext.Current.CancellationToken);
        result.IsError.ShouldNotBe(true, Text(result));
        result.StructuredContent!.Value.GetProperty("value").ValueKind.ShouldBe(JsonValueKind.Null);
        Text(result).ShouldContain("missing");
    }

    [Fact]
    public async Task Every_figure_can_be_asked_for_as_the_catalogue_shows()
    {
        var catalogue = await Ask("figures", "{}", cancellation: TestContext.Current.CancellationToken);
        var figure = catalogue.StructuredContent!.Value.GetProperty("figures")[0];
        var parameters = figure.GetProperty("example").GetString()!.Split(' ').Select(word => word.Split('=')).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        var result = await Ask("figure", JsonSerializer.Serialize(new { name = figure.GetProperty("name").GetString(), parameters }), cancellation: TestContext.Current.CancellationToken);
        result.IsError.ShouldNotBe(true, Text(result));
        ShouldTellItsSources(result.StructuredContent!.Value);
    }

    [Fact]
    public async Task A_long_list_is_cut_and_says_so()
    {
        var result = await Ask("votes", """{"find":"nuclear"}""", cancellation: TestContext.Current.CancellationToken);
        var answer = result.StructuredContent!.Value;
        answer.GetProperty("votes").GetArrayLength().ShouldBe(50);
        answer.GetProperty("left_out")[0].GetString()!.ShouldContain("after the first 50");
        var all = Call.Of("vote", "--find", "nuclear", "--json").Json();
        JsonElement.DeepEquals(answer.GetProperty("votes")[49], all.GetProperty("votes")[49]).ShouldBeTrue();
    }

    [Theory]
    [InlineData("state", """{"state":"Atlantis"}""", "state", "Atlantis")]
    [InlineData("alignment", """{"a":"Kosovo","b":"USA"}""", "align", "Kosovo", "USA")]
    [InlineData("alignment", """{"a":"RUS","b":"CHN","since":2020,"until":1990}""", "align", "RUS", "CHN", "--since", "2020", "--until", "1990")]
    [InlineData("dependence", """{"party":"RUS","on":"CHN","year":2023,"since":2000}""", "depend", "RUS", "--on", "CHN", "--year", "2023", "--since", "2000")]
    [InlineData("votes", """{}""", "vote")]
    [InlineData("assess", """{"strategy":"reverse-kissingr"}""", "assess", "reverse-kissingr")]
    [InlineData("compare", """{"strategies":["status-quo","nothing-of-the-kind"]}""", "compare", "status-quo", "nothing-of-the-kind")]
    [InlineData("ideal_points", """{"states":["NATO"]}""", "points", "NATO")]
    public async Task A_question_that_has_no_answer_gets_the_sentence_of_the_command_line(string tool, string arguments, params string[] call)
    {
        var result = await Ask(tool, arguments, cancellation: TestContext.Current.CancellationToken);
        result.IsError.ShouldBe(true);
        result.StructuredContent.ShouldBeNull();
        var line = Call.Of(call);
        line.Code.ShouldBeOneOf(Program.NotAnswered, Program.WrongCall);
        $"entente: {Text(result)}\n".ShouldBe(line.Error.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("state", """{}""", "needs state")]
    [InlineData("state", """{"state":"RUS","colour":1}""", "takes no argument 'colour'")]
    [InlineData("state", """{"state":["RUS"]}""", "is a text")]
    [InlineData("state", """{"state":""}""", "is empty")]
    [InlineData("state", """{"state":"RUS","year":"soon"}""", "whole number from 1816 to 2100")]
    [InlineData("alignment", """{"a":"RUS","b":"CHN","measure":"love"}""", "measure takes agreement")]
    [InlineData("alignment", """{"a":"RUS","b":"CHN","issues":5}""", "is a list of texts")]
    [InlineData("dependence", """{"party":"RUS","on":"CHN","indirect":"maybe"}""", "is true or false")]
    [InlineData("assess", """{"strategy":"reverse-kissinger","draws":1000000}""", "from 100 to 20000")]
    [InlineData("compare", """{"strategies":["status-quo"]}""", "takes 2 to 6 items")]
    [InlineData("assess", """{"strategy":"../../../etc/passwd"}""", "cannot name files")]
    [InlineData("assess", """{"strategy":"C:\\secret.yaml"}""", "cannot name files")]
    [InlineData("compare", """{"strategies":["status-quo","--out=stolen"]}""", "cannot name files")]
    [InlineData("state", """{"state":"--store=/"}""", "no state '--store=/'")]
    [InlineData("dependence", """{"party":"RUS","on":"--csv=stolen.csv"}""", "no option '--csv'")]
    public async Task Wrong_arguments_are_refused_in_a_sentence_and_can_name_neither_files_nor_options(string tool, string arguments, string says)
    {
        var result = await Ask(tool, arguments, cancellation: TestContext.Current.CancellationToken);
        result.IsError.ShouldBe(true);
        Text(result).ShouldContain(says);
        Text(result).ShouldNotContain("defect");
        Text(result).Trim().ShouldNotContain("\n");
        File.Exists(Path.Combine(Path.GetTempPath(), "stolen.csv")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_text_of_any_length_in_any_script_is_answered()
    {
        Text(await Ask("state", JsonSerializer.Serialize(new { state = new string('ж', 5000) }), cancellation: TestContext.Current.CancellationToken)).ShouldContain("at most 200 characters");
        Text(await Ask("state", """{"state":"روسيا \u202e 俄罗斯"}""", cancellation: TestContext.Current.CancellationToken)).ShouldContain("no state");
    }

    [Fact]
    public async Task A_tool_that_does_not_exist_is_an_error_of_the_protocol() =>
        (await Should.ThrowAsync<McpException>(async () => await Ask("launch", "{}", cancellation: TestContext.Current.CancellationToken))).Message.ShouldContain("launch");

    [Fact]
    public async Task Work_tells_how_far_it_is_and_stops_when_it_is_cancelled()
    {
        // As many long calls as run at once, and one that waits for its turn: all are cancelled, and then there is room again.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var notes = new Notes();
        Task[] calls = [.. Enumerable.Range(2023, 3).Select(year => Ask("ideal_points", $$"""{"year":{{year}}}""", notes, stop.Token))];
        await notes.First.WaitAsync(TimeSpan.FromMinutes(3), TestContext.Current.CancellationToken);
        await stop.CancelAsync();
        foreach (var call in calls) await Should.ThrowAsync<OperationCanceledException>(call);
        var note = await notes.First;
        note.Total.ShouldBe(1);
        note.Progress.ShouldBeInRange(0.001f, 1);
        note.Message!.ShouldStartWith("estimating ideal points: ");
        var after = Ask("state", """{"state":"FRA"}""", cancellation: TestContext.Current.CancellationToken);
        (await after.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken)).IsError.ShouldNotBe(true);
        process.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_catalog_of_sources_is_a_document()
    {
        var documents = await process.Client.ListResourcesAsync(cancellationToken: TestContext.Current.CancellationToken);
        documents.ShouldContain(document => document.Uri == "entente://sources");
        var read = await process.Client.ReadResourceAsync("entente://sources", cancellationToken: TestContext.Current.CancellationToken);
        ((TextResourceContents)read.Contents[0]).Text.ShouldBe(Call.Of("data", "list", "--json").Out);
        await Should.ThrowAsync<McpException>(async () => await process.Client.ReadResourceAsync("entente://secrets", cancellationToken: TestContext.Current.CancellationToken));
    }

    /// <summary>Publisher and edition of every source, and what the answer covers.</summary>
    private static void ShouldTellItsSources(JsonElement answer)
    {
        if (answer.TryGetProperty("claims", out var claims))
        {
            foreach (var part in claims.EnumerateArray().SelectMany(claim => claim.GetProperty("parts").EnumerateArray())) ShouldTellItsSources(part.GetProperty("answer"));
        }

        var provenance = answer.GetProperty("provenance");
        var sources = provenance.GetProperty("sources").EnumerateArray().ToList();
        sources.ShouldNotBeEmpty();
        foreach (var field in sources.SelectMany(source => new[] { source.GetProperty("publisher"), source.GetProperty("edition"), source.GetProperty("licence") })) field.GetString().ShouldNotBeNullOrEmpty();
        provenance.GetProperty("query").GetString().ShouldNotBeNullOrEmpty();
        provenance.GetProperty("coverage").GetProperty("statement").GetString().ShouldNotBeNullOrEmpty();
    }

    private sealed class Notes : IProgress<ProgressNotificationValue>
    {
        private readonly TaskCompletionSource<ProgressNotificationValue> _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<ProgressNotificationValue> First => _first.Task;

        public void Report(ProgressNotificationValue value) => _first.TrySetResult(value);
    }
}
