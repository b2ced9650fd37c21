namespace Alys.Repository.Tests;

/// <summary>The sources that another file tests better than one of their own would.</summary>
internal static class ParityExceptions
{
    private const string Callbacks = "what they promise together, that a page waits for nobody, is what a scraper sees";
    private const string Cells = "what it promises, exact totals and bounded memory, holds for the store as a whole";
    private const string Page = "it is a part of the page, and the page is what a scraper relies on";
    private const string Lookup = "it is a step of a look-up, and what the look-up finds is what a caller relies on";
    private const string Making = "it is a step of making a metric, and a caller sees what is accepted or refused";

    private const string Life = "whether a series stays, goes or comes back is decided by all of them together";

    private const string Meters = "what becomes of an instrument is seen on the page, beside OpenTelemetry's own";

    private const string Asked = "what an observable instrument answers is seen on the page";

    private const string Published = "what others see of our metrics is what whoever listens relies on";

    private const string Start = "what a host does with it at its start is what an application relies on";
    private const string Ready = "whether /ready is right is what an operator relies on";

    private const string Actors = "what is counted of an actor is seen on the page, over a real actor system";

    private const string DrillData = "what is drilled is data, and whether it comes true is seen by drilling it";

    private const string Stages = "what a stage does is seen of a drill on real servers";

    private const string Picture = "what it starts, shows and leaves behind is seen of the command that runs it";

    private const string Tokens = "what it makes of a text is seen in the tokens";
    private const string Parsed = "what it makes of an expression is seen in the tree and the diagnostics";
    private const string Printed = "what it writes is seen in the canonical text";
    private const string Case = "what it holds is seen in what the checks say of a case";
    private const string Template = "what it makes of a text is seen in the template";
    private const string Facts = "what it finds is seen in the facts of whole expressions";

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<ParityException> All =
    [
        Akka("ActorMeter.cs", "MessageCountTests.cs", Actors),
        Akka("ActorMeterProvider.cs", "MessageCountTests.cs", Actors),
        Akka("AkkaMetricsSetup.cs", "HistogramsTests.cs", Actors),
        Akka("Asks/MeasuredAsk.cs", "LifecycleTests.cs", Actors),
        Akka("Asks/MeasuredProvider.cs", "LifecycleTests.cs", Actors),
        Akka("Lifecycle/Failures.cs", "LifecycleTests.cs", Actors),
        Akka("Lifecycle/MeasuredDispatcher.cs", "LifecycleTests.cs", Actors),
        Akka("Lifecycle/MeasuredDispatcherConfigurator.cs", "LifecycleTests.cs", Actors),
        Akka("Lifecycle/TelemetryListener.cs", "LifecycleTests.cs", Actors),
        Akka("Lifecycle/TimedRun.cs", "AlysMetricsAkkaExtensionsTests.cs", Actors),
        Akka("Mailboxes/CoarseClock.cs", "HistogramsTests.cs", Actors),
        Akka("Mailboxes/MailboxMeter.cs", "MessageCountTests.cs", Actors),
        Akka("Mailboxes/MailboxTotals.cs", "MessageCountTests.cs", Actors),
        Akka("Mailboxes/MailboxWrappers.cs", "MeasuredConfigTests.cs", Actors),
        Akka("Mailboxes/MeasuredMailbox.cs", "MessageCountTests.cs", Actors),
        Akka("Mailboxes/MessageCount.cs", "MessageCountTests.cs", Actors),
        Akka("Mailboxes/MessageCounts.cs", "MessageCountTests.cs", Actors),
        Akka("Mailboxes/RandomGap.cs", "HistogramsTests.cs", Actors),
        Akka("Mailboxes/WrappedQueue.cs", "MessageCountTests.cs", Actors),
        Akka("Mailboxes/WrappingBoundedDequeMailbox.cs", "MessageCountTests.cs", Actors),
        Akka("Mailboxes/WrappingBoundedMailbox.cs", "MessageCountTests.cs", Actors),
        Akka("Mailboxes/WrappingDequeMailbox.cs", "MessageCountTests.cs", Actors),
        Akka("Mailboxes/WrappingMailbox.cs", "MessageCountTests.cs", Actors),
        Akka("Mailboxes/WrappingUnboundedMailbox.cs", "MessageCountTests.cs", Actors),
        Akka("Reporting/ReportTarget.cs", "AlysMetricsAkkaExtensionsTests.cs", Actors),
        Core("EnumLabels.cs", "LabelValueTests.cs", "what it finds in an enum is seen in the label values"),
        Core("Callbacks/Callback.cs", "Callbacks/CallbackReaderTests.cs", Callbacks),
        Core("Callbacks/CallbackReading.cs", "Callbacks/CallbackReaderTests.cs", Callbacks),
        Core("Callbacks/CallbackRound.cs", "Callbacks/CallbackReaderTests.cs", Callbacks),
        Core("Callbacks/CallbackSamples.cs", "Callbacks/CallbackReaderTests.cs", Callbacks),
        Core("Callbacks/ReadCallback.cs", "MetricRegistryTests.cs", Page),
        Core("Cells/CellAllocator.cs", "Cells/CellStoreTests.cs", Cells),
        Core("Cells/CellBlock.cs", "Cells/CellStoreTests.cs", Cells),
        Core("Cells/CellRange.cs", "Cells/CellStoreTests.cs", Cells),
        Core("Cells/ThreadCells.cs", "Cells/CellStoreTests.cs", Cells),
        Core("ComputedGauge.cs", "MetricRegistryTests.cs", "only the registry uses it, for what it says of itself"),
        Core("DroppedObservations.cs", "HistogramTests.cs", "dropping is a promise of the instruments"),
        Core("EnumIndex.cs", "EnumFamilyTests.cs", Lookup),
        Core("Exposition/ChildPrefix.cs", "TextFamilyTests.cs", Page),
        Core("Exposition/FamilyHeader.cs", "MetricRegistryTests.cs", Page),
        Core("Exposition/SampleWriter.cs", "Exposition/ScrapeTests.cs", Page),
        Core("Exposition/Utf8.cs", "TextFamilyTests.cs", Page),
        Core("Families/ChildLife.cs", "Families/OpenChildrenTests.cs", Life),
        Core("Families/ChildTable.cs", "TextFamilyTests.cs", Lookup),
        Core("Families/Family.cs", "MetricRegistryTests.cs", Page),
        Core("Families/FixedFamily.cs", "EnumFamilyTests.cs", Page),
        Core("Families/LabelKey.cs", "TextFamilyTests.cs", Lookup),
        Core("Families/ObservableFamily.cs", "MetricRegistryTests.cs", Page),
        Core("Families/RegistryParts.cs", "MetricRegistryTests.cs", Making),
        Core("Families/RetiredChildren.cs", "Families/OpenChildrenTests.cs", Life),
        Core("Families/ShownScrapes.cs", "Families/OpenChildrenTests.cs", Life),
        Core("Families/SweepTime.cs", "Families/OpenChildrenTests.cs", Life),
        Core("Families/SeriesBudget.cs", "TextFamilyTests.cs", "a limit is a promise of the registry and its families"),
        Core("Families/TextFamilySeries.cs", "TextFamilyTests.cs", Page),
        Core("Families/StoredKey.cs", "TextFamilyTests.cs", Lookup),
        Core("HistogramTimer.cs", "HistogramTests.cs", "a timer only calls its histogram"),
        Core("Instrument.cs", "Families/OpenChildrenTests.cs", Life),
        Core("Meters/HistogramRelay.cs", "Meters/MeterPublicationTests.cs", Published),
        Core("Meters/InstrumentShape.cs", "Meters/OpenTelemetryParityTests.cs", Meters),
        Core("Meters/LabelledComparer.cs", "Meters/OpenTelemetryParityTests.cs", Meters),
        Core("Meters/MeterCallback.cs", "Meters/MeterIngestTests.cs", Asked),
        Core("Meters/MeterCallbacks.cs", "Meters/MeterIngestTests.cs", Meters),
        Core("Meters/MeterExposure.cs", "Meters/MeterIngestTests.cs", Meters),
        Core("Meters/MeterFamily.cs", "Meters/TaggedStreamTests.cs", Meters),
        Core("Meters/MeterScope.cs", "Meters/OpenTelemetryParityTests.cs", Meters),
        Core("Meters/MeterStream.cs", "Meters/TaggedStreamTests.cs", Meters),
        Core("Meters/ObservedInstrument.cs", "Meters/MeterIngestTests.cs", Asked),
        Core("Meters/ObservedSeries.cs", "Meters/MeterIngestTests.cs", Asked),
        Core("Meters/ObservedStream.cs", "Meters/MeterIngestTests.cs", Asked),
        Core("Meters/PublishedFamily.cs", "Meters/MeterPublicationTests.cs", Published),
        Core("Meters/PushedStream.cs", "Meters/TaggedStreamTests.cs", Meters),
        Core("Meters/SeriesWriter.cs", "Meters/MeterIngestTests.cs", Meters),
        Core("Meters/TagHash.cs", "Meters/TaggedStreamTests.cs", Lookup),
        Core("Meters/TagTable.cs", "Meters/TaggedStreamTests.cs", Lookup),
        Core("Naming/LabelText.cs", "TextFamilyTests.cs", Lookup),
        Core("Naming/MetricNames.cs", "MetricRegistryTests.cs", Making),
        Core("Naming/MetricTypeExtensions.cs", "MetricRegistryTests.cs", Making),
        Core("SelfMetrics.cs", "Exposition/ScrapeTests.cs", "it speaks only of scrapes and of the registry"),
        Node("TimeMark.cs", "ChainMetricsTests.cs", "the ages that a scrape shows are what it is for"),
        Node("PeerConnection.cs", "PeerConnectionMetricsTests.cs", "it changes the metrics that made it, and no more"),
        Hosting("AlysMetricsOptionsValidator.cs", "AlysMetricsServiceCollectionExtensionsTests.cs", Start),
        Hosting("MetricsListener.cs", "AlysMetricsServiceCollectionExtensionsTests.cs", Start),
        Hosting("Connections/ConnectionPlace.cs", "Connections/ConnectionPlacesTests.cs", "it is one of the places"),
        Hosting("Compression/BitWriter.cs", "Compression/GzipPageTests.cs", Page),
        Hosting("Compression/FixedCodes.cs", "Compression/GzipPageTests.cs", Page),
        Hosting("CollectionService.cs", "Endpoints/ReadinessPageTests.cs", Ready),
        Hosting("Health/CollectorHealthCheck.cs", "Endpoints/ReadinessPageTests.cs", Ready),
        Monitor("Alerting/AlertingParts.cs", "Commands/UpSessionTests.cs", Picture),
        Monitor("Stores/StoreParts.cs", "Commands/UpSessionTests.cs", Picture),
        Monitor("Checking/ReferencePage.cs", "Commands/CatalogCommandTests.cs", "it is what the command prints"),
        Monitor("Checking/CatalogPage.cs", "Commands/CatalogCommandTests.cs", "it is what the command prints"),
        Monitor("Checking/LiveSources.cs", "Checking/LivePrometheusTests.cs", "it is what they ask for"),
        Monitor("Gates/GateConditions.cs", "EndToEnd/GateTests.cs", "it is seen of a real node"),
        Monitor("Stack/PrometheusApi.cs", "Commands/GateCommandTests.cs", "what it reads is what is said"),
        Monitor("Drills/ChainScenes.cs", "Drills/ScenesTests.cs", DrillData),
        Monitor("Drills/DayScenes.cs", "Drills/ScenesTests.cs", DrillData),
        Monitor("Drills/HostScenes.cs", "Drills/ScenesTests.cs", DrillData),
        Monitor("Drills/MigrationScenes.cs", "Drills/ScenesTests.cs", DrillData),
        Monitor("Drills/ProcessScenes.cs", "Drills/ScenesTests.cs", DrillData),
        Monitor("Drills/DrillRun.cs", "EndToEnd/DrillTests.cs", Stages),
        Monitor("Drills/PatientTroubles.cs", "EndToEnd/DrillTests.cs", Stages),
        Monitor("Drills/PrometheusClient.cs", "EndToEnd/DrillTests.cs", Stages),
        Monitor("Drills/SceneNode.cs", "EndToEnd/DrillTests.cs", Stages),
        Monitor("Drills/SceneRun.cs", "EndToEnd/DrillTests.cs", Stages),
        Monitor("Drills/Stage.cs", "EndToEnd/DrillTests.cs", Stages),
        Monitor("Drills/StagedNode.cs", "EndToEnd/DrillTests.cs", Stages),
        Monitor("Drills/StagedProcess.cs", "EndToEnd/DrillTests.cs", Stages),
        Monitor("Drills/StagedServer.cs", "EndToEnd/DrillTests.cs", Stages),
        Monitor("Drills/StageTools.cs", "EndToEnd/DrillTests.cs", Stages),
        Monitor("Drills/Troubles.cs", "EndToEnd/DrillTests.cs", Stages),
        Monitor("Pictures/MonitoredPicture.cs", "Commands/UpSessionTests.cs", Picture),
        Monitor("Pictures/PairNode.cs", "EndToEnd/PairTests.cs", Picture),
        Hosting("NodeActivation.cs", "AlysNodeServiceCollectionExtensionsTests.cs", "it only makes the catalog early"),
        Checks("Catalogs/ValueRange.cs", "Queries/ValueRangesTests.cs", "it is the range of an expression"),
        Checks("Documents/YamlNodes.cs", "Documents/YamlReaderTests.cs", "the reader makes nodes of it"),
        Checks("Documents/DocumentNode.cs", "Documents/YamlReaderTests.cs", "the reader gives the places"),
        Checks("Alerts/RuleTexts.cs", "Cases/CasesTests.cs", Case),
        Checks("Routes/AlertmanagerShape.cs", "Cases/CasesTests.cs", Case),
        Checks("Scraping/PrometheusShape.cs", "Cases/CasesTests.cs", Case),
        Checks("Shapes/LabelsShape.cs", "Cases/CasesTests.cs", Case),
        Checks("Shapes/ListShape.cs", "Cases/CasesTests.cs", Case),
        Checks("Shapes/MapShape.cs", "Cases/CasesTests.cs", Case),
        Checks("Shapes/ScalarShape.cs", "Cases/CasesTests.cs", Case),
        Checks("Shapes/Scalars.cs", "Cases/CasesTests.cs", Case),
        Checks("Shapes/Shape.cs", "Cases/CasesTests.cs", Case),
        Checks("Shapes/ShapeError.cs", "Cases/CasesTests.cs", Case),
        Checks("Templating/TemplateLexer.cs", "Templating/AlertTemplateTests.cs", Template),
        Checks("Templating/TemplateReader.cs", "Templating/AlertTemplateTests.cs", Template),
        Checks("Templating/TemplateReader.Values.cs", "Templating/AlertTemplateTests.cs", Template),
        Checks("Subjects/DiagnosticMetrics.cs", "Cases/CasesTests.cs", Case),
        Checks("Subjects/Provisioning.cs", "Cases/CasesTests.cs", Case),
        Checks("Subjects/Rule.cs", "Reading/RuleReaderTests.cs", "it is what the reader makes of a rule"),
        Checks("Subjects/Runbook.cs", "Reading/RunbookReaderTests.cs", "it is what the reader makes of a page"),
        PromQL("Inference/InferenceResult.cs", "Inference/ExpressionInferenceTests.cs", Facts),
        PromQL("Inference/Inferrer.Functions.cs", "Inference/ExpressionInferenceTests.cs", Facts),
        PromQL("Inference/Inferrer.Operators.cs", "Inference/ExpressionInferenceTests.cs", Facts),
        PromQL("Inference/Inferrer.cs", "Inference/ExpressionInferenceTests.cs", Facts),
        PromQL("Inference/LabelFacts.cs", "Inference/ExpressionInferenceTests.cs", Facts),
        PromQL("Inference/LabelFunctions.cs", "Inference/ExpressionInferenceTests.cs", Facts),
        PromQL("Inference/MetricSchema.cs", "Inference/SeriesTests.cs", Facts),
        PromQL("Inference/Units.cs", "Inference/ExpressionInferenceTests.cs", Facts),
        PromQL("Lexing/Chars.cs", "PromQLLexerTests.cs", Tokens),
        PromQL("Lexing/Keywords.cs", "PromQLLexerTests.cs", Tokens),
        PromQL("Lexing/Scanner.Numbers.cs", "PromQLLexerTests.cs", Tokens),
        PromQL("Lexing/Scanner.Strings.cs", "PromQLLexerTests.cs", Tokens),
        PromQL("Lexing/Scanner.cs", "PromQLLexerTests.cs", Tokens),
        PromQL("Parsing/ExpressionParser.Modifiers.cs", "PromQLParserTests.cs", Parsed),
        PromQL("Parsing/ExpressionParser.Primary.cs", "PromQLParserTests.cs", Parsed),
        PromQL("Parsing/ExpressionParser.Ranges.cs", "PromQLParserTests.cs", Parsed),
        PromQL("Parsing/ExpressionParser.Selectors.cs", "PromQLParserTests.cs", Parsed),
        PromQL("Parsing/ExpressionParser.cs", "PromQLParserTests.cs", Parsed),
        PromQL("Parsing/Operators.cs", "PromQLParserTests.cs", Parsed),
        PromQL("Parsing/Variables.cs", "GrafanaVariableTests.cs", Parsed),
        PromQL("Printing/DurationWriter.cs", "PromQLPrinterTests.cs", Printed),
        PromQL("Printing/ExpressionWriter.cs", "PromQLPrinterTests.cs", Printed),
        PromQL("Regexes/GoRegexReader.Classes.cs", "Regexes/GoRegexTests.cs", Parsed),
        PromQL("Regexes/GoRegexReader.cs", "Regexes/GoRegexTests.cs", Parsed),
        PromQL("Regexes/RegexShape.cs", "Regexes/GoRegexTests.cs", Parsed),
        PromQL("Regexes/UnicodeNames.cs", "Regexes/GoRegexTests.cs", Parsed),
        PromQL("Tree/AggregateExpression.cs", "PromQLParserTests.cs", Parsed),
        PromQL("Tree/AggregationOperatorExtensions.cs", "PromQLPrinterTests.cs", Printed),
        PromQL("Tree/BinaryExpression.cs", "PromQLParserTests.cs", Parsed),
        PromQL("Tree/BinaryOperatorExtensions.cs", "PromQLPrinterTests.cs", Printed),
        PromQL("Tree/CallExpression.cs", "PromQLParserTests.cs", Parsed),
        PromQL("Tree/DurationLiteral.cs", "PromQLParserTests.cs", Parsed),
        PromQL("Tree/DurationOperation.cs", "PromQLParserTests.cs", Parsed),
        PromQL("Tree/DurationVariable.cs", "PromQLParserTests.cs", Parsed),
        PromQL("Tree/ExpressionTypeExtensions.cs", "Parsing/TypeCheckerTests.cs", Parsed),
        PromQL("Tree/LabelName.cs", "PromQLParserTests.cs", Parsed),
        PromQL("Tree/MatrixSelector.cs", "PromQLParserTests.cs", Parsed),
        PromQL("Tree/NumberLiteral.cs", "PromQLParserTests.cs", Parsed),
        PromQL("Tree/ParenthesizedExpression.cs", "PromQLParserTests.cs", Parsed),
        PromQL("Tree/StringLiteral.cs", "PromQLParserTests.cs", Parsed),
        PromQL("Tree/SubqueryExpression.cs", "PromQLParserTests.cs", Parsed),
        PromQL("Tree/UnaryExpression.cs", "PromQLParserTests.cs", Parsed),
        PromQL("Tree/VariableExpression.cs", "PromQLParserTests.cs", Parsed),
        PromQL("Tree/VectorSelector.cs", "PromQLParserTests.cs", Parsed),
    ];

    private static ParityException Akka(string source, string test, string because) =>
        new($"src/Alys.Metrics.Akka/{source}", $"tests/Alys.Metrics.Akka.Tests/{test}", because);

    private static ParityException Core(string source, string test, string because) =>
        new($"src/Alys.Metrics/{source}", $"tests/Alys.Metrics.Tests/{test}", because);

    private static ParityException Node(string source, string test, string because) =>
        new($"src/Alys.Metrics.Node/{source}", $"tests/Alys.Metrics.Node.Tests/{test}", because);

    private static ParityException Hosting(string source, string test, string because) =>
        new($"src/Alys.Metrics.Hosting/{source}", $"tests/Alys.Metrics.Hosting.Tests/{test}", because);

    private static ParityException Monitor(string source, string test, string because) =>
        new($"src/Alys.Monitor/{source}", $"tests/Alys.Monitor.Tests/{test}", because);

    private static ParityException Checks(string source, string test, string because) =>
        new($"src/Alys.Checks/{source}", $"tests/Alys.Checks.Tests/{test}", because);

    private static ParityException PromQL(string source, string test, string because) =>
        new($"src/Alys.PromQL/{source}", $"tests/Alys.PromQL.Tests/{test}", because);
}
