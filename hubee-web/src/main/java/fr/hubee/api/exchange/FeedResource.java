package fr.hubee.api.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.hubee.api.http.ErrorJson;
import fr.hubee.api.http.RefusalReason;
import fr.hubee.api.http.RefusedParameter;
import fr.hubee.api.http.ValidationText;
import fr.hubee.clients.token.TokenService;
import fr.hubee.clients.token.TokenService.TokenHolder;
import fr.hubee.exchange.feed.FeedLine;
import fr.hubee.exchange.feed.FeedService;
import fr.hubee.exchange.feed.LiveFeed;
import fr.hubee.http.HeldRequest;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.settings.PublicAddress;
import fr.hubee.websecurity.CallerFilter;
import fr.hubee.websecurity.CurrentCaller;
import fr.hubee.websecurity.SharedCapacity;
import io.cloudevents.jackson.JsonFormat;
import io.prometheus.metrics.core.metrics.Gauge;
import io.undertow.servlet.handlers.ServletRequestContext;
import io.undertow.util.AttachmentKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;

/** The events that follow a cursor: as a batch of CloudEvents, for which the request may wait, or as a stream that goes on. */
@ApplicationScoped
@Path("/events")
public class FeedResource {
    static final String STREAM = MediaType.SERVER_SENT_EVENTS;

    private static final String BATCH = "application/cloudevents-batch+json";

    private static final int MOST_EVENTS = 1_000;

    private static final int LONGEST_WAIT = 30;

    /** Most requests that wait and streams that are open; one caller may have half of them. */
    private static final int MOST_WAITING = 10_000;

    private static final int RETRY_AFTER = 10;

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(JsonFormat.getCloudEventJacksonModule())
            .build();

    private static final Gauge READERS = Gauge.builder()
            .name("hubee_feed_readers")
            .help("Requests that wait for events, and open streams")
            .labelNames("kind")
            .register();

    private static final AttachmentKey<Boolean> HAS_A_PLACE = AttachmentKey.create(Boolean.class);

    static {
        READERS.initLabelValues("poll");
        READERS.initLabelValues("stream");
    }

    private final SharedCapacity places = new SharedCapacity(MOST_WAITING);

    @Inject
    FeedService feed;

    @Inject
    LiveFeed live;

    @Inject
    PublicAddress address;

    @Inject
    CurrentCaller currentCaller;

    @Inject
    TokenService tokens;

    /**
     * @param wait in seconds, for the first event of a batch
     * @param last the identifier of the event that the reader of a stream has read last: it is a cursor
     */
    @GET
    @Produces({BATCH, MediaType.APPLICATION_JSON, STREAM})
    public Response events(
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("100") Integer limit,
            @QueryParam("wait") @DefaultValue("0") @PositiveOrZero Integer wait,
            @HeaderParam("Last-Event-ID") String last,
            @HeaderParam("Authorization") String authorization,
            @Context HttpHeaders headers)
            throws JsonProcessingException {
        return headers.getAcceptableMediaTypes().contains(MediaType.SERVER_SENT_EVENTS_TYPE)
                ? stream(last == null ? cursor : last, CallerFilter.bearer(authorization))
                : batch(cursor, required(limit), Math.min(wait, LONGEST_WAIT));
    }

    private static int required(int limit) {
        if (limit > MOST_EVENTS) {
            throw new RefusedParameter("query.limit", ValidationText.tooMuch(MOST_EVENTS, limit));
        }
        return limit;
    }

    private Response batch(String cursor, int most, int seconds) throws JsonProcessingException {
        var request = HeldRequest.current(Duration.ofSeconds(seconds));
        var caller = currentCaller.get();
        var page = feed.page(caller, cursor, most);
        if (page.events().isEmpty() && !request.isOver()) {
            if (!hasPlace("poll")) {
                return refused();
            }
            var exchange = ServletRequestContext.requireCurrent().getExchange();
            request.hold(wake -> live.await(caller.organization(), page.position(), wake), wake -> {
                live.awaitNoMore(caller.organization(), wake);
                CurrentCaller.forget(exchange); // it is authenticated again
            });
            return null;
        }
        var events = page.events().stream()
                .map(sent -> sent.line().toCloudEvent(source()))
                .toList();
        var next = "/feed/v1/events?cursor=" + page.next() + "&limit=" + most + "&wait=" + seconds;
        return Response.ok(JSON.writeValueAsBytes(events))
                .header("Link", "<" + next + ">; rel=\"next\"")
                .build();
    }

    private Response stream(String cursor, String token) {
        var caller = currentCaller.get();
        var first = feed.page(caller, cursor, FeedStream.AT_ONCE);
        if (!hasPlace("stream")) {
            return refused();
        }
        var request = HeldRequest.current(FeedStream.LONGEST);
        var stream = new FeedStream(caller, () -> isStill(caller, token), first, feed, live, this::json);
        request.handOver(stream::begin);
        return null;
    }

    private boolean isStill(Caller caller, String token) {
        return tokens.holderOf(token)
                .map(TokenHolder::caller)
                .filter(now -> now.organization().equals(caller.organization()))
                .filter(now -> now.processCodes().containsAll(caller.processCodes()))
                .isPresent();
    }

    private String json(FeedLine line) {
        try {
            return JSON.writeValueAsString(line.toCloudEvent(source()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Returns the API in which the cases of the events are read. */
    private URI source() {
        return URI.create(address.uri() + "/teledossiers/v1");
    }

    /** Takes a place among those who wait, once for each request, until it has ended. */
    private boolean hasPlace(String kind) {
        var exchange = ServletRequestContext.requireCurrent().getExchange();
        if (exchange.getAttachment(HAS_A_PLACE) != null) {
            return true;
        }
        boolean taken = places.takeForThisRequest(currentCaller.get().name(), 1).isEmpty();
        if (taken) {
            exchange.putAttachment(HAS_A_PLACE, true);
            var readers = READERS.labelValues(kind);
            readers.inc();
            exchange.addExchangeCompleteListener((ended, following) -> {
                readers.dec();
                following.proceed();
            });
        }
        return taken;
    }

    /** A server whose places are all taken is well: 503 would tell the proxy that it is not. */
    private static Response refused() {
        var answer = ErrorJson.of(429, RefusalReason.NO_ROOM, "Too many requests");
        answer.getHeaders().putSingle("Retry-After", RETRY_AFTER);
        return answer;
    }
}
