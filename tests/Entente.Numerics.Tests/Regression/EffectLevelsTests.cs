using Entente.Numerics.Regression;

namespace Entente.Tests.Regression;

public sealed class EffectLevelsTests
{
    [Fact]
    public void Combinations_are_numbered_as_they_appear_whatever_the_numbers()
    {
        EffectLevels.Cross([-796, 2, -796, 2, int.MinValue], [1990, 1990, 1990, -1, int.MaxValue]).ShouldBe([0, 1, 0, 2, 3]);
        EffectLevels.Cross([], []).ShouldBeEmpty();
        Should.Throw<ArgumentException>(() => EffectLevels.Cross([1], [1, 2]));
    }
}
