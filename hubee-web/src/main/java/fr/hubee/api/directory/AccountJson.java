package fr.hubee.api.directory;

import fr.hubee.people.account.ActorType;
import fr.hubee.people.account.NewAccount;
import fr.hubee.people.identity.Civility;
import fr.hubee.people.identity.Identity;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Set;

/** A person's account, such as the first national administrator's. It has no password: an invitation lets her choose one. */
record AccountJson(
        @NotNull ActorType actorType,
        @NotNull @Valid OrganizationIdentifierJson organization,
        @NotNull String email,
        @NotNull Civility civility,
        @NotNull String firstName,
        @NotNull String lastName,
        String function,
        String phoneNumber,
        String mobileNumber,
        Set<@NotNull String> processCodes) {

    NewAccount toNewAccount() {
        return new NewAccount(
                actorType,
                organization.toKey(),
                email,
                new Identity(civility, firstName, lastName, function, phoneNumber, mobileNumber),
                processCodes == null ? Set.of() : processCodes);
    }
}
