package fr.hubee.kernel.trace;

import fr.hubee.kernel.settings.SettingSource;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.resources.Resource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
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

    private static final long PATIENCE_AT_STOP = 2;

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
                .addSpanExporterCustomizer((exporter, set) -> new ToldOnce(exporter))
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

    WorkSpan round(String name, String id, Asker asker) {
        var span = tracer.spanBuilder(name).addLink(asker.span());
        if (!asker.id().isEmpty()) {
            span.setAttribute("hubee.begun_by", asker.id());
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
        sdk.shutdown().join(PATIENCE_AT_STOP, TimeUnit.SECONDS);
    }
}
