package fr.hubee.kernel.trace;

import fr.hubee.kernel.trace.Tracing.WorkSampler;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Receives recorded spans at once. */
public final class RecordedWork implements AutoCloseable {
    private final InMemorySpanExporter heard = InMemorySpanExporter.create();
    private final Tracing tracing;

    private RecordedWork(Sampler sampler) {
        tracing = new Tracing(OpenTelemetrySdk.builder()
                .setTracerProvider(SdkTracerProvider.builder()
                        .setSampler(WorkSampler.over(sampler))
                        .addSpanProcessor(SimpleSpanProcessor.create(heard))
                        .build())
                .build());
    }

    /** Returns a recorder of all work. */
    public static RecordedWork always() {
        return new RecordedWork(Sampler.alwaysOn());
    }

    static RecordedWork by(Sampler sampler) {
        return new RecordedWork(sampler);
    }

    public OwnWork work() {
        return new OwnWork(Optional.of(tracing));
    }

    /** Simulates a request that a proxy wants recorded, and that requests some work. */
    Requester request() {
        var bound = WorkId.bind("a-request");
        var span = tracing.request("POST", Context.root()).startSpan();
        var requester =
                Context.root().with(span).wrapSupplier(Requester::current).get();
        span.end();
        bound.close();
        return requester;
    }

    /** Returns the spans in the order in which they ended. */
    public List<SpanData> spans() {
        return heard.getFinishedSpanItems();
    }

    public List<String> names() {
        return spans().stream().map(SpanData::getName).toList();
    }

    public SpanData span(String name) {
        return spans().stream()
                .filter(span -> span.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    public static Map<String, String> attributes(SpanData span) {
        var attributes = new TreeMap<String, String>();
        span.getAttributes().forEach((key, value) -> attributes.put(key.getKey(), String.valueOf(value)));
        return attributes;
    }

    /** Whether this thread does recorded work. */
    public static boolean isAnyCurrent() {
        return Span.current().getSpanContext().isValid();
    }

    @Override
    public void close() {
        tracing.close();
    }
}
