package fr.hubee.api.directory;

import fr.hubee.api.directory.SubscriptionJson.Change;
import fr.hubee.api.directory.SubscriptionJson.Creation;
import fr.hubee.api.http.AnswerRoom;
import fr.hubee.api.http.ContractForms;
import fr.hubee.api.http.IdempotentAnswers;
import fr.hubee.api.http.RefusedParameter;
import fr.hubee.api.http.TypedParameters;
import fr.hubee.directory.subscription.SubscriptionOrder;
import fr.hubee.directory.subscription.SubscriptionQuery;
import fr.hubee.directory.subscription.SubscriptionService;
import fr.hubee.directory.subscription.SubscriptionStatus;
import fr.hubee.kernel.shared.Page;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.groups.ConvertGroup;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The subscriptions of organisations to démarches. */
@ApplicationScoped
@Path("/subscriptions")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class SubscriptionsResource {
    @Inject
    SubscriptionService subscriptions;

    @Inject
    CurrentCaller currentCaller;

    @Inject
    AnswerRoom room;

    @Inject
    IdempotentAnswers answers;

    @POST
    public Response create(@NotNull @Valid @ConvertGroup(to = Creation.class) SubscriptionJson wanted) {
        return answers.created(
                wanted,
                () -> SubscriptionJson.created(subscriptions.create(
                        currentCaller.get(),
                        wanted.processCode(),
                        wanted.subscriber().toKey(),
                        wanted.toDetails())));
    }

    @GET
    public Response list(
            @QueryParam("processCode") List<String> processCodes,
            @QueryParam("status") String status,
            @QueryParam("companyRegister") String companyRegister,
            @QueryParam("datapassId") Long datapassId,
            @QueryParam("delegationActorEmail") String delegationActorEmail,
            @QueryParam("orderBy") String order,
            @QueryParam("offSet") @DefaultValue("0") @PositiveOrZero Integer offset,
            @QueryParam("maxResult") @DefaultValue("25") Integer maxResult) {
        ContractForms.checkRegister(companyRegister, "query.companyRegister");
        int most = TypedParameters.pageSize(maxResult);
        room.reserve(most);
        var page = subscriptions.page(
                currentCaller.get(),
                new SubscriptionQuery(
                        TypedParameters.values(processCodes),
                        status == null ? null : status(status),
                        companyRegister,
                        datapassId,
                        delegationActorEmail,
                        order == null ? SubscriptionOrder.UNASKED : order(order),
                        offset,
                        most));
        return Response.ok(page.map(SubscriptionJson::from).items())
                .header("Content-Range", contentRange(page))
                .build();
    }

    private static SubscriptionStatus status(String label) {
        return SubscriptionStatus.ofLabel(label)
                .orElseThrow(() -> RefusedParameter.notIn(
                        Stream.of(SubscriptionStatus.values())
                                .map(SubscriptionStatus::label)
                                .toList(),
                        "query.status"));
    }

    private static SubscriptionOrder order(String text) {
        return SubscriptionOrder.parse(text)
                .orElseThrow(() -> RefusedParameter.notIn(SubscriptionOrder.words(), "query.orderBy"));
    }

    /** Returns the header; the unit is spelt as in the contract, and an empty page has the RFC 9110 form without range. */
    private static String contentRange(Page<?> page) {
        var range = page.items().isEmpty()
                ? "*"
                : page.offset() + "-" + (page.offset() + page.items().size() - 1);
        return "Susbscriptions " + range + "/" + page.total();
    }

    @GET
    @Path("/{subscriptionId}")
    public SubscriptionJson read(@PathParam("subscriptionId") UUID id) {
        return SubscriptionJson.from(subscriptions.read(currentCaller.get(), id));
    }

    @PUT
    @Path("/{subscriptionId}")
    public SubscriptionJson change(
            @PathParam("subscriptionId") UUID id,
            @NotNull @Valid @ConvertGroup(to = Change.class) SubscriptionJson wanted) {
        return SubscriptionJson.from(subscriptions.change(
                currentCaller.get(),
                id,
                wanted.processCode(),
                wanted.subscriber().toKey(),
                wanted.toDetails()));
    }
}
