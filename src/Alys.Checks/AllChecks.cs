using Alys.Checks.Alerts;
using Alys.Checks.Catalogs;
using Alys.Checks.Dashboards;
using Alys.Checks.Live;
using Alys.Checks.Queries;
using Alys.Checks.Routes;
using Alys.Checks.Rules;
using Alys.Checks.Scraping;
using Alys.Checks.Usage;

namespace Alys.Checks;

/// <summary>Every check there is.</summary>
public static class AllChecks
{
    /// <summary>In the order of their ids.</summary>
    public static IReadOnlyList<ICheck> List { get; } =
    [
        .. ((ICheck[])
        [
            new SyntaxCheck(), new UnknownMetricCheck(), new UnknownLabelCheck(), new UnknownLabelValueCheck(),
            new RateOfGaugeCheck(), new DeltaOfCounterCheck(), new RawCounterCheck(), new HistogramQuantileCheck(),
            new BucketBoundCheck(), new StateNumberCheck(), new NeverMatchesCheck(), new ShortRangeCheck(),
            new UnitMismatchCheck(),
            new ComparisonCheck(), new ForWindowCheck(), new KeepFiringCheck(), new LabelClashCheck(),
            new RequiredCheck(), new TemplateLabelCheck(), new TemplateFunctionCheck(), new TemplateSyntaxCheck(),
            new BrokenLinkCheck(),
            new RuleStructureCheck(), new UnusedRuleCheck(), new UnusedMetricCheck(),
            new UnknownJobCheck(), new UnknownPortCheck(), new ScrapeStructureCheck(),
            new ApiWrapperCheck(), new DuplicateIdCheck(), new OverlapCheck(), new VariableCheck(),
            new RemovedPanelCheck(), new RateIntervalCheck(), new DatasourceCheck(), new PanelUnitCheck(),
            new DescriptionCheck(), new LegendLabelCheck(),
            new RouteStructureCheck(), new GroupByCheck(), new DefaultOnlyCheck(),
            new UnreachableRouteCheck(), new UnknownReceiverCheck(), new InhibitionCheck(),
            new SeriesBudgetCheck(), new MetricNameCheck(), new MetricHelpCheck(),
            new AbsentMetricCheck(), new CardinalityCheck(),
        ]).OrderBy(check => check.Id, StringComparer.Ordinal),
    ];
}
