package fr.hubee.api.exchange;

import fr.hubee.api.exchange.EndpointJson.AttemptJson;
import fr.hubee.api.exchange.EndpointJson.WantedEndpointJson;
import fr.hubee.exchange.feed.WebhookEndpointService;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;

/** The endpoints to which the hub sends events as webhooks. */
@ApplicationScoped
@Path("/endpoints")
@Produces(MediaType.APPLICATION_JSON)
public class EndpointsResource {
    @Inject
    WebhookEndpointService endpoints;

    @Inject
    CurrentCaller currentCaller;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(@NotNull @Valid WantedEndpointJson wanted) {
        var caller = currentCaller.get();
        var made = endpoints.create(caller, caller.name(), wanted.address(), wanted.codes());
        return Response.status(Response.Status.CREATED)
                .entity(EndpointJson.from(made))
                .build();
    }

    @GET
    public List<EndpointJson> list() {
        return endpoints.list(currentCaller.get()).stream()
                .map(EndpointJson::from)
                .toList();
    }

    @GET
    @Path("/{endpointId}")
    public EndpointJson read(@PathParam("endpointId") UUID id) {
        return EndpointJson.from(endpoints.read(currentCaller.get(), id).known());
    }

    @PUT
    @Path("/{endpointId}")
    @Consumes(MediaType.APPLICATION_JSON)
    public EndpointJson change(@PathParam("endpointId") UUID id, @NotNull @Valid WantedEndpointJson wanted) {
        return EndpointJson.from(endpoints.change(currentCaller.get(), id, wanted.address(), wanted.codes()));
    }

    @DELETE
    @Path("/{endpointId}")
    public void delete(@PathParam("endpointId") UUID id) {
        endpoints.delete(currentCaller.get(), id);
    }

    @POST
    @Path("/{endpointId}/pause")
    public void pause(@PathParam("endpointId") UUID id) {
        endpoints.pause(currentCaller.get(), id);
    }

    @POST
    @Path("/{endpointId}/resume")
    public void resume(@PathParam("endpointId") UUID id) {
        endpoints.resume(currentCaller.get(), id);
    }

    @POST
    @Path("/{endpointId}/caught-up")
    public void caughtUp(@PathParam("endpointId") UUID id) {
        endpoints.caughtUp(currentCaller.get(), id);
    }

    @POST
    @Path("/{endpointId}/secret")
    public EndpointJson renew(@PathParam("endpointId") UUID id) {
        return EndpointJson.from(endpoints.renew(currentCaller.get(), id, null));
    }

    @POST
    @Path("/{endpointId}/proof")
    public Response prove(@PathParam("endpointId") UUID id) {
        endpoints.prove(currentCaller.get(), id);
        return Response.accepted().build();
    }

    @POST
    @Path("/{endpointId}/test")
    public Response test(@PathParam("endpointId") UUID id) {
        endpoints.test(currentCaller.get(), id);
        return Response.accepted().build();
    }

    @GET
    @Path("/{endpointId}/attempts")
    public List<AttemptJson> attempts(@PathParam("endpointId") UUID id) {
        return endpoints.attempts(currentCaller.get(), id, null).stream()
                .map(AttemptJson::from)
                .toList();
    }
}
