using Entente.Cli.Serving;
using Entente.Web.Questions;

namespace Entente.Web.Tests;

/// <summary>A page that asks again because a slider moved gives up what it asked before; nobody waits for that.</summary>
public sealed class GivenUpTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Work_that_nobody_waits_for_is_stopped_and_asked_anew_when_wanted_again()
    {
        using var folder = new WebFolder();
        var stub = new StubDesk();
        await using var server = await StubServer.Start(stub, folder.Path);
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var first = server.Reader.GetAsync("api/v1/slow?x=a", gone.Token);
        while (stub.Asked == 0) await Task.Delay(5, Stop);
        await gone.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => first);
        while (stub.Stopped == 0) await Task.Delay(5, Stop);
        stub.Let(1);
        (await server.Reader.GetStringAsync("api/v1/slow?x=a", Stop)).ShouldBe("{\"x\":\"a\"}");
        stub.Asked.ShouldBe(2);
    }

    [Fact]
    public async Task One_of_two_who_ask_the_same_may_go_and_the_other_is_answered()
    {
        using var folder = new WebFolder();
        var stub = new StubDesk();
        await using var server = await StubServer.Start(stub, folder.Path);
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var first = server.Reader.GetAsync("api/v1/slow?x=a", gone.Token);
        while (stub.Asked == 0) await Task.Delay(5, Stop);
        var second = server.Reader.GetStringAsync("api/v1/slow?x=a", Stop);

        // Whether the second joined before the first went or comes after it, it is answered.
        await gone.CancelAsync();
        stub.Let(2);
        (await second).ShouldBe("{\"x\":\"a\"}");
    }

    [Fact]
    public async Task Long_assessments_that_are_given_up_free_their_places()
    {
        using var desk = new VerbDesk([], () => "edition of the test");

        // Made by hand, past the limits of what readers may ask.
        QuestionCall Call(string name, params KeyValuePair<string, string>[] values) => new(Of(name), [.. values.Select(value => new GivenValue(Of(name).Parameter(value.Key)!, value.Value))]);
        Question Of(string name) => desk.Questions.Single(one => one.Name == name);
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var tasks = Enumerable.Range(1, 3).Select(seed => desk.Ask(Call("assess", new("strategy", "reverse-kissinger"), new("draws", "1000000"), new("seed", $"{seed}")), null, gone.Token)).ToArray();
        await Task.Delay(1500, Stop);
        await gone.CancelAsync();
        foreach (var task in tasks) await Should.ThrowAsync<OperationCanceledException>(() => task);

        // A million draws take a quarter of an hour: without the places this would end the test by its patience.
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        patience.CancelAfter(TimeSpan.FromMinutes(2));
        (await desk.Ask(Call("state", new KeyValuePair<string, string>("state", "France")), null, patience.Token)).Code.ShouldBe(0);
    }
}
