package fr.hubee.api.directory;

import fr.hubee.api.http.AnswerRoom;
import fr.hubee.api.http.ContractForms;
import fr.hubee.api.http.IdempotentAnswers;
import fr.hubee.api.http.TypedParameters;
import fr.hubee.directory.organization.OrganizationColumn;
import fr.hubee.directory.organization.OrganizationService;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
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

/** The register of organisations. */
@ApplicationScoped
@Path("/organizations")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class OrganizationsResource {
    @Inject
    OrganizationService organizations;

    @Inject
    CurrentCaller currentCaller;

    @Inject
    AnswerRoom room;

    @Inject
    IdempotentAnswers answers;

    @GET
    public List<OrganizationJson> list(
            @QueryParam("type") OrganizationType type,
            @QueryParam("company_register") String companyRegister,
            @QueryParam("orderBy") @DefaultValue("company_register") OrganizationColumn order,
            @QueryParam("offSet") @DefaultValue("0") @PositiveOrZero Integer offset,
            @QueryParam("maxResult") @DefaultValue("25") Integer maxResult) {
        ContractForms.checkRegister(companyRegister, "query.company_register");
        int most = TypedParameters.pageSize(maxResult);
        room.reserve(most);
        return organizations.list(type, companyRegister, order, offset, most).stream()
                .map(OrganizationJson::from)
                .toList();
    }

    @POST
    public Response create(@NotNull @Valid OrganizationJson wanted) {
        return answers.created(
                wanted,
                () -> OrganizationJson.from(
                        organizations.create(currentCaller.get(), wanted.toKey(), wanted.toDetails())));
    }

    @GET
    @Path("/{id}")
    public OrganizationJson read(@PathParam("id") OrganizationKey key) {
        return OrganizationJson.from(organizations.read(key));
    }

    @PUT
    @Path("/{id}")
    public OrganizationJson change(@PathParam("id") OrganizationKey key, @NotNull @Valid OrganizationJson wanted) {
        if (!key.equals(wanted.toKey())) {
            throw new InvalidRequest("type, companyRegister and branchCode of an organization cannot be changed");
        }
        return OrganizationJson.from(organizations.change(currentCaller.get(), key, wanted.toDetails()));
    }
}
