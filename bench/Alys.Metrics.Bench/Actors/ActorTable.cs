using System.Globalization;
using System.Text;
using Alys.Metrics.Bench.Reports;

namespace Alys.Metrics.Bench.Actors;

/// <summary>What measuring costs an actor: every variant beside the bare one, round by round in turn, so that what the
/// machine does meanwhile hits all alike. A number is the median over the rounds of the difference within a round; in
/// brackets the quartiles.</summary>
internal static class ActorTable
{
    private static readonly ActorVariant[] Variants = Enum.GetValues<ActorVariant>();

    public static string Run(bool isShort)
    {
        var text = new StringBuilder();
        text.Append("| actors | measured | CPU a message over bare | time a message over bare | allocated |\n");
        text.Append("| --- | --- | --- | --- | --- |\n");
        foreach (ActorWorkload workload in Enum.GetValues<ActorWorkload>()) Append(text, workload, isShort ? 3 : 15);
        return text.ToString();
    }

    private static void Append(StringBuilder text, ActorWorkload workload, int rounds)
    {
        ChildProcess[] children =
            [.. Variants.Select(variant => new ChildProcess(ActorCommand.Verb, $"{variant}", $"{workload}"))];
        try
        {
            var results = new List<double[]>[Variants.Length];
            for (int i = 0; i < Variants.Length; i++)
            {
                results[i] = [];
                children[i].Ask($"{Messages(workload, Variants[i]) / 4}");
            }

            for (int round = 0; round < rounds; round++)
            {
                // Each round begins with another one, so that none always follows the same.
                for (int turn = 0; turn < Variants.Length; turn++)
                {
                    int i = (turn + round) % Variants.Length;
                    results[i].Add(Parse(children[i].Ask($"{Messages(workload, Variants[i])}")));
                }

                Progress.Say($"actors, {LabelValue.Of(workload)}: round {round + 1} of {rounds}");
            }

            for (int i = 0; i < Variants.Length; i++) Append(text, workload, Variants[i], results[0], results[i]);
        }
        finally
        {
            foreach (ChildProcess child in children) child.Dispose();
        }
    }

    private static void Append(
        StringBuilder text, ActorWorkload workload, ActorVariant variant, List<double[]> bare, List<double[]> own)
    {
        text.Append("| ").Append(LabelValue.Of(workload)).Append(" | ").Append(LabelValue.Of(variant)).Append(" | ");
        text.Append(Cell(variant, bare, own, 0)).Append(" | ").Append(Cell(variant, bare, own, 1)).Append(" | ");
        text.Append(CultureInfo.InvariantCulture, $"{new Spread(own.Select(result => result[2])).Median:0.0} B |\n");
    }

    private static string Cell(ActorVariant variant, List<double[]> bare, List<double[]> own, int column)
    {
        double median = new Spread(bare.Select(result => result[column])).Median;
        if (variant == ActorVariant.Bare) return string.Create(CultureInfo.InvariantCulture, $"{median:0.0} ns");
        var over = new Spread(own.Zip(bare, (one, other) => one[column] - other[column]));
        return $"{Signed(over.Median)} ns, {Signed(100 * over.Median / median)} % "
            + $"({Signed(over.LowerQuartile)} to {Signed(over.UpperQuartile)})";
    }

    private static string Signed(double value) => value.ToString("+0.0;-0.0", CultureInfo.InvariantCulture);

    private static int Messages(ActorWorkload workload, ActorVariant variant)
    {
        if (workload == ActorWorkload.Working) return 400_000;
        return variant is ActorVariant.Meter or ActorVariant.All ? 500_000 : 4_000_000;
    }

    private static double[] Parse(string line) =>
        [.. line.Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture))];
}
