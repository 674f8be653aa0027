package fr.hubee.api.notification;

import fr.hubee.api.http.CommaSeparated;
import fr.hubee.notification.NotificationFeedService;
import fr.hubee.notification.QueueQuery;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;

/** What the caller has not read yet. */
@ApplicationScoped
@Path("/notifications")
public class NotificationsResource {
    /** A client that wants more polls again: the rest stays in the queue. */
    private static final int MOST = 100_000;

    @Inject
    NotificationFeedService feed;

    @Inject
    CurrentCaller currentCaller;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public List<?> next(
            @QueryParam("maxResult") @DefaultValue("25") Integer maxResult,
            @QueryParam("processCode") List<String> processCodes,
            @QueryParam("processPriority") List<String> priority,
            @QueryParam("eventDetails") boolean eventDetails) {
        var query = new QueueQuery(
                Math.min(maxResult, MOST),
                CommaSeparated.values(processCodes),
                CommaSeparated.values(priority),
                eventDetails);
        var lines = feed.next(currentCaller.get(), query).stream();
        return eventDetails
                ? lines.map(NotificationWithEventJson::from).toList()
                : lines.map(NotificationJson::from).toList();
    }

    @DELETE
    @Path("/{notificationId}")
    public void delete(@PathParam("notificationId") UUID id) {
        feed.delete(currentCaller.get(), id);
    }
}
