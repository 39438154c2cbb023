using Entente.Models.Coalitions.Landscapes;
using Entente.World;

namespace Entente.Models.Tests.Coalitions;

public class LandscapeFileTests
{
    private const string Head = "name: N\nactors:\n  - { key: A, size: 1 }\n  - { key: B, name: Bea, size: 2 }\n  - { key: C, size: 3 }\n";

    [Fact]
    public void Factors_add_up_with_their_weights()
    {
        var problem = LandscapeFile.Parse(Head + "factors:\n  - name: one\n    weight: 2\n    value: -1\n    pairs: [[A, B], [C, A, 3]]\n  - name: two\n    weight: 0.5\n    groups: { x: [A, B], y: [C] }\n    same: 1\n    different: -1\n", "l.yaml");
        problem.Actors.Select(actor => actor.Name).ShouldBe(["A", "Bea", "C"]);
        problem.Sizes().ShouldBe([1, 2, 3]);
        problem.Propensities().ShouldBe([0, -1.5, 5.5, -1.5, 0, -.5, 5.5, -.5, 0]);
        problem.Propensities([1, 0]).ShouldBe([0, -1, 3, -1, 0, 0, 3, 0, 0]);
    }

    [Fact]
    public void Groups_may_have_values_between_them_and_leave_actors_out()
    {
        var problem = LandscapeFile.Parse(Head + "factors:\n  - name: two\n    groups: { x: [A], y: [B] }\n    different: -1\n    between: [[y, x, 4]]\n", "l.yaml");
        problem.Propensities().ShouldBe([0, 4, 0, 4, 0, 0, 0, 0, 0]);
    }

    [Theory]
    [InlineData("factors:\n  - name: f\n    pairs: [[A, D, 1]]\n", "line 8, column 17: unknown actor 'D' in pairs of 'f'.")]
    [InlineData("factors:\n  - name: f\n    pairs: [[A, B, 1], [B, A, 2]]\n", "line 8, column 24: the pair B and A was given before in 'f', in line 8")]
    [InlineData("factors:\n  - name: f\n    pairs: [[A, A, 1]]\n", "A is paired with itself")]
    [InlineData("factors:\n  - name: f\n    pairs: [[A, B]]\n", "this pair of 'f' has no value")]
    [InlineData("factors:\n  - name: f\n    pairs: [[A, B, x]]\n", "value of a pair of 'f' must be a number, not 'x'")]
    [InlineData("factors:\n  - name: f\n    pairs: [[A, B, '1']]\n", "without quotes")]
    [InlineData("factors:\n  - name: f\n    pairs: [[A, B, 0]]\n", "leave every pair with a propensity of 0")]
    [InlineData("factors:\n  - name: f\n    weight: 0\n    pairs: [[A, B, 1]]\n", "leave every pair with a propensity of 0")]
    [InlineData("factors:\n  - name: f\n", "has neither pairs nor groups")]
    [InlineData("factors: []\n", "an empty list. Without a propensity there is nothing to solve")]
    [InlineData("factors:\n  - name: f\n    groups: { x: [A], y: [A] }\n    same: 1\n", "A is in the groups 'x' and 'y' of 'f'")]
    [InlineData("factors:\n  - name: f\n    groups: { x: [A], y: [B] }\n", "has groups but no value")]
    [InlineData("factors:\n  - name: f\n    groups: { x: [A], y: [B] }\n    same: 1\n    between: [[x, z, 1]]\n", "unknown group 'z'")]
    [InlineData("factors:\n  - name: f\n    groups: { x: [A] }\n    value: 1\n", "unknown key 'value'")]
    [InlineData("factors:\n  - name: f\n    pairs: [[A, B, 1]]\nobserved: [A, B]\n", "observed must be a list of the two camps")]
    [InlineData("", "the key 'factors' is missing")]
    public void Bad_factors_get_one_sentence_with_the_place(string factors, string expected) =>
        Should.Throw<InvalidInputException>(() => LandscapeFile.Parse(Head + factors, "l.yaml")).Message.ShouldContain(expected);

    [Theory]
    [InlineData("- { key: A, size: 0 }\n  - { key: B, size: 1 }", "l.yaml, line 3, column 21: size of A is 0, but it must be above 0")]
    [InlineData("- { key: A, size: -2 }\n  - { key: B, size: 1 }", "size of A is -2")]
    [InlineData("- { key: A, size: big }\n  - { key: B, size: 1 }", "size of A must be a number, not 'big'")]
    [InlineData("- { key: A, size: 1 }\n  - { key: A, size: 1 }", "the actor 'A' is there twice")]
    [InlineData("- { key: A, size: 1 }", "a list of one")]
    [InlineData("- { key: A, sise: 1 }\n  - { key: B, size: 1 }", "unknown key 'sise' in an entry of actors. Did you mean 'size'?")]
    [InlineData("- A\n  - B", "must be a group such as")]
    public void Bad_actors_get_one_sentence_with_the_place(string actors, string expected) =>
        Should.Throw<InvalidInputException>(() => LandscapeFile.Parse($"name: N\nactors:\n  {actors}\nfactors:\n  - name: f\n    pairs: [[A, B, 1]]\n", "l.yaml")).Message.ShouldContain(expected);

    [Fact]
    public void The_shipped_landscapes_are_read_and_say_where_they_come_from()
    {
        var shipped = LandscapeFile.List();
        shipped.ShouldBe(["europe-1936", "powers-2025"]);
        foreach (var name in shipped)
        {
            var one = LandscapeFile.Read(name);
            one.Sources.ShouldNotBeEmpty();
            one.Caveats.ShouldNotBeEmpty();
        }
    }
}
