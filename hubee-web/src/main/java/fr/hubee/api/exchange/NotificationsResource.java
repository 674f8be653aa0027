package fr.hubee.api.exchange;

import fr.hubee.api.exchange.NotificationJson.NotificationWithEventJson;
import fr.hubee.api.http.AnswerRoom;
import fr.hubee.api.http.TypedParameters;
import fr.hubee.exchange.notification.NotificationFeedService;
import fr.hubee.exchange.notification.NotificationLine;
import fr.hubee.exchange.notification.QueueQuery;
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

/** The notifications in the caller's queue. */
@ApplicationScoped
@Path("/notifications")
public class NotificationsResource {
    /** Most notifications of an answer; the rest stays in the queue for the next poll. */
    private static final int MOST = 100_000;

    @Inject
    NotificationFeedService feed;

    @Inject
    AnswerRoom answers;

    @Inject
    CurrentCaller currentCaller;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Object next(
            @QueryParam("maxResult") @DefaultValue("25") Integer maxResult,
            @QueryParam("processCode") List<String> processCodes,
            @QueryParam("processPriority") List<String> priority,
            @QueryParam("eventDetails") boolean eventDetails) {
        int most = Math.min(maxResult, MOST);
        var query = new QueueQuery(
                most, TypedParameters.values(processCodes), TypedParameters.values(priority), eventDetails);
        var caller = currentCaller.get();
        var lines = answers.<NotificationLine, Object>list(
                feed.next(caller, query.after(null, Math.min(most, AnswerRoom.PIECE))),
                most,
                (last, some) -> feed.next(caller, query.after(last, some)),
                eventDetails ? NotificationWithEventJson::from : NotificationJson::from);
        return answers.body(lines, lines);
    }

    @DELETE
    @Path("/{notificationId}")
    public void delete(@PathParam("notificationId") UUID id) {
        feed.delete(currentCaller.get(), id);
    }
}
