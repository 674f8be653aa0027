package fr.hubee.directory.organization;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OrganizationTest {
    static final OrganizationKey TOWN = new OrganizationKey(OrganizationType.SI, "99000101800011", "2A-04");

    @Test
    void itsKeyIsReadAsItIsWritten() {
        assertEquals(Optional.of(TOWN), OrganizationKey.parse(TOWN.toString()));
        assertEquals(Optional.empty(), OrganizationKey.parse("XX-99000101800011-99101"));
        assertEquals(Optional.empty(), OrganizationKey.parse("SI-9900010180001-99101"));
        assertEquals(Optional.empty(), OrganizationKey.parse("SI-99000101800011-"));
    }
}
