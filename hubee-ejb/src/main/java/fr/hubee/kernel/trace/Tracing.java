package fr.hubee.kernel.trace;

import fr.hubee.kernel.settings.SettingSource;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/** The traces of this server: none without a collector. Its settings are those of OpenTelemetry. */
public final class Tracing implements AutoCloseable {
    private static final String ENDPOINT = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private static final String ENDPOINT_OF_TRACES = "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT";

    /** Default settings: one request of twenty is recorded, unless our proxy has decided it. */
    private static final Map<String, String> UNSET = Map.of(
            "otel.service.name", "hubee",
            "otel.exporter.otlp.protocol", "http/protobuf",
            "otel.traces.sampler", "parentbased_traceidratio",
            "otel.traces.sampler.arg", "0.05");

    /** Fixed settings: Prometheus reads the metrics, and the log is a file. */
    private static final Map<String, String> ALWAYS =
            Map.of("otel.metrics.exporter", "none", "otel.logs.exporter", "none");

    /** Attribute by which a collector finds a request. */
    public static final String REQUEST_ID = "hubee.request_id";

    private static final long TIMEOUT_AT_STOP = 2;

    /** Present only while something traced runs. */
    private static final ContextKey<Recording> RECORDING = ContextKey.named("hubee.recording");

    private final OpenTelemetrySdk sdk;
    private final Tracer tracer;

    Tracing(OpenTelemetrySdk sdk) {
        this.sdk = sdk;
        tracer = sdk.getTracer("fr.hubee");
    }

    /** Returns the instance of this server, created at the first call. */
    public static Optional<Tracing> ofThisServer() {
        return OfThisServer.TRACING;
    }

    private static final class OfThisServer {
        static final Optional<Tracing> TRACING = Tracing.of(SettingSource.ofThisServer());
    }

    static Optional<Tracing> of(SettingSource source) {
        return isWanted(source) ? Optional.of(begun(source)) : Optional.empty();
    }

    private static boolean isWanted(SettingSource source) {
        return Stream.of(ENDPOINT, ENDPOINT_OF_TRACES)
                .flatMap(name -> Stream.of(name, name.toLowerCase(Locale.ROOT).replace('_', '.')))
                .anyMatch(name -> !source.<String>read(name, "", text -> text).isEmpty());
    }

    private static Tracing begun(SettingSource source) {
        var node = source.<String>read("HUBEE_NODE", "hubee", text -> text);
        var configured = AutoConfiguredOpenTelemetrySdk.builder()
                .setServiceClassLoader(Tracing.class.getClassLoader())
                .addPropertiesSupplier(() -> UNSET)
                .addPropertiesCustomizer(set -> ALWAYS)
                .addResourceCustomizer((resource, set) -> Resource.builder()
                        .put("service.instance.id", node)
                        .build()
                        .merge(resource))
                .addSamplerCustomizer((sampler, set) -> WorkSampler.over(sampler))
                .addSpanExporterCustomizer((exporter, set) -> new LoggedOnce(exporter))
                .disableShutdownHook()
                .build();
        return new Tracing(configured.getOpenTelemetrySdk());
    }

    /** @param parent that of the caller, if it is one whom we believe; else the root */
    public SpanBuilder request(String name, Context parent) {
        return tracer.spanBuilder(name).setSpanKind(SpanKind.SERVER).setParent(parent);
    }

    /** Returns a context in which work is recorded below the span, if the span itself is. */
    public Context within(Span span) {
        return within(span, Recording.ofRequest(tracer));
    }

    private static Context within(Span span, Recording recording) {
        return span.getSpanContext().isSampled()
                ? Context.root().with(span).with(RECORDING, recording)
                : Context.root();
    }

    WorkSpan round(String name, String id, Requester requester) {
        var span = tracer.spanBuilder(name).addLink(requester.span());
        if (!requester.id().isEmpty()) {
            span.setAttribute("hubee.begun_by", requester.id());
        }
        return work(span, id);
    }

    WorkSpan run(String job, String id) {
        return work(tracer.spanBuilder("job " + job).setAttribute(WorkSampler.JOB, job), id);
    }

    private WorkSpan work(SpanBuilder builder, String id) {
        var span = builder.setNoParent().setAttribute(REQUEST_ID, id).startSpan();
        return WorkSpan.named(id, span, within(span, Recording.ofWork(tracer)));
    }

    /** Returns the recording of this thread; empty if it is not recorded. */
    static Optional<Recording> recording() {
        return Optional.ofNullable(Context.current().get(RECORDING));
    }

    /**
     * Begins a span for a call to another system; an invalid span where nothing is traced.
     *
     * @param name a fixed name, without user input
     */
    public static Span call(String name, String system) {
        return recording()
                .map(recording -> recording.begin(name).setAttribute(AttributeKey.stringKey("hubee.system"), system))
                .orElseGet(Span::getInvalid);
    }

    /** Closes the SDK; spans that are not sent in time are lost. */
    @Override
    public void close() {
        sdk.shutdown().join(TIMEOUT_AT_STOP, TimeUnit.SECONDS);
    }

    /** Logs once that traces do not arrive, and once that they do again. */
    static final class LoggedOnce implements SpanExporter {
        private static final System.Logger LOG = System.getLogger(LoggedOnce.class.getName());

        private final SpanExporter exporter;
        private final AtomicBoolean lost = new AtomicBoolean();

        LoggedOnce(SpanExporter exporter) {
            this.exporter = exporter;
        }

        @Override
        public CompletableResultCode export(Collection<SpanData> spans) {
            var result = exporter.export(spans);
            return result.whenComplete(() -> log(result));
        }

        private void log(CompletableResultCode result) {
            if (!result.isSuccess() && lost.compareAndSet(false, true)) {
                LOG.log(
                        Level.WARNING,
                        "HUBEE-TRACES-LOST the collector does not take the traces of requests, which are dropped: {0}",
                        String.valueOf(result.getFailureThrowable()));
            } else if (result.isSuccess() && lost.compareAndSet(true, false)) {
                LOG.log(Level.INFO, "The collector takes the traces of requests again");
            }
        }

        @Override
        public CompletableResultCode flush() {
            return exporter.flush();
        }

        @Override
        public CompletableResultCode shutdown() {
            return exporter.shutdown();
        }

        @Override
        public String toString() {
            return exporter.toString();
        }
    }

    /** Traces all runs of jobs, which are few, and work begun by something traced; otherwise the configured sampler decides. */
    record WorkSampler(Sampler configured) implements Sampler {
        static final AttributeKey<String> JOB = AttributeKey.stringKey("hubee.job");

        /** Returns a sampler over the configured one; recording that is switched off stays off. */
        static Sampler over(Sampler configured) {
            return configured.equals(Sampler.alwaysOff()) ? configured : new WorkSampler(configured);
        }

        @Override
        public SamplingResult shouldSample(
                Context parent, String trace, String name, SpanKind kind, Attributes attributes, List<LinkData> links) {
            boolean wanted = attributes.get(JOB) != null
                    || links.stream().anyMatch(link -> link.getSpanContext().isSampled());
            return wanted
                    ? SamplingResult.recordAndSample()
                    : configured.shouldSample(parent, trace, name, kind, attributes, links);
        }

        @Override
        public String getDescription() {
            return "WorkSampler{" + configured.getDescription() + "}";
        }
    }
}
