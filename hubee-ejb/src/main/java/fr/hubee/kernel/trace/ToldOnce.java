package fr.hubee.kernel.trace;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicBoolean;

/** Logs once that traces do not arrive, and once that they do again. */
final class ToldOnce implements SpanExporter {
    private static final System.Logger LOG = System.getLogger(ToldOnce.class.getName());

    private final SpanExporter exporter;
    private final AtomicBoolean lost = new AtomicBoolean();

    ToldOnce(SpanExporter exporter) {
        this.exporter = exporter;
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        var result = exporter.export(spans);
        return result.whenComplete(() -> told(result));
    }

    private void told(CompletableResultCode result) {
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
