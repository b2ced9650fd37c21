using Alys.DevNode.Chain;
using Alys.DevNode.Mining;
using Alys.Metrics.Node;

namespace Alys.DevNode.Tests.Mining;

public sealed class AuxPowCheckTests
{
    private static readonly Hash256 Block = Hash256.Of([1, 2, 3]);

    public static TheoryData<AuxPowError> Errors => [.. Enum.GetValues<AuxPowError>()];

    [Fact]
    public void A_mined_proof_is_good_for_its_block_only()
    {
        AuxPow proof = Mine();
        Assert.Null(AuxPowCheck.Find(proof, Block));
        Assert.True(AuxPowCheck.HasWork(proof));
        Assert.Equal(AuxPowError.InvalidBlockHash, AuxPowCheck.Find(proof, Hash256.Of([4])));
    }

    [Theory]
    [MemberData(nameof(Errors))]
    public void Each_kind_of_bad_proof_is_told_by_its_name(AuxPowError error) =>
        Assert.Equal(error, AuxPowCheck.Find(Miner.Spoil(Mine(), error), Block));

    [Fact]
    public void A_proof_goes_through_text_unchanged()
    {
        AuxPow proof = Mine();
        AuxPow read = AuxPowFormat.Parse(AuxPowFormat.ToText(proof))!;
        Assert.Equal(proof.ParentHash(), read.ParentHash());
        Assert.Null(AuxPowCheck.Find(read, Block));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("zz")]
    [InlineData("00ff")]
    public void Text_that_holds_no_proof_is_none(string? text) => Assert.Null(AuxPowFormat.Parse(text));

    private static AuxPow Mine()
    {
        var draws = new Draws(1, 1, 1);
        return Miner.Mine(Block, ref draws);
    }
}
