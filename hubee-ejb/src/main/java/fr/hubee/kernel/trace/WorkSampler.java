package fr.hubee.kernel.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.util.List;

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
