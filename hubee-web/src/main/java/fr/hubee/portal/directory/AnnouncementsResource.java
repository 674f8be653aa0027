package fr.hubee.portal.directory;

import fr.hubee.exchange.feed.LiveFeed;
import fr.hubee.exchange.feed.WebhookEndpointService;
import fr.hubee.http.HeldRequest;
import fr.hubee.portal.page.QueryParameter;
import fr.hubee.websecurity.CurrentCaller;
import fr.hubee.websecurity.SharedCapacity;
import io.undertow.servlet.handlers.ServletRequestContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Duration;

/** Answers the open page of an endpoint as soon as the log has something for its organisation, or after half a minute; it holds no thread. */
@ApplicationScoped
@Path("/annonces")
public class AnnouncementsResource {
    private static final Duration LONGEST = Duration.ofSeconds(25);

    private final SharedCapacity places = new SharedCapacity(1_000);

    @Inject
    WebhookEndpointService endpoints;

    @Inject
    LiveFeed live;

    @Inject
    CurrentCaller currentCaller;

    @GET
    public Response next(@QueryParam("id") String id) {
        var recipient = endpoints.recipient(currentCaller.get(), QueryParameter.id(id));
        var request = HeldRequest.current(LONGEST);
        if (request.hasWaited() || request.isOver()) {
            return Response.noContent().build();
        }
        if (places.takeForThisRequest(currentCaller.get().name(), 1).isPresent()) {
            return Response.status(Response.Status.SERVICE_UNAVAILABLE).build();
        }
        var exchange = ServletRequestContext.requireCurrent().getExchange();
        request.hold(wake -> live.await(recipient, Long.MAX_VALUE, wake), wake -> {
            live.awaitNoMore(recipient, wake);
            CurrentCaller.forget(exchange); // her session may have ended
        });
        return null;
    }
}
