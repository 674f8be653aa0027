package fr.hubee.portal.people;

import fr.hubee.people.identity.Civility;
import fr.hubee.people.identity.Identity;

/** A person's identity, as typed in a form. */
public class IdentityFields {
    private Civility civility;
    private String firstName;
    private String lastName;
    private String function;
    private String phoneNumber;
    private String mobileNumber;

    public static IdentityFields of(Identity known) {
        var fields = new IdentityFields();
        fields.civility = known.civility();
        fields.firstName = known.firstName();
        fields.lastName = known.lastName();
        fields.function = known.function();
        fields.phoneNumber = known.phoneNumber();
        fields.mobileNumber = known.mobileNumber();
        return fields;
    }

    public Identity typed() {
        return new Identity(civility, firstName, lastName, function, phoneNumber, mobileNumber);
    }

    public Civility getCivility() {
        return civility;
    }

    public void setCivility(Civility civility) {
        this.civility = civility;
    }

    public String getFirstName() {
        return firstName;
    }

    public void setFirstName(String firstName) {
        this.firstName = firstName;
    }

    public String getLastName() {
        return lastName;
    }

    public void setLastName(String lastName) {
        this.lastName = lastName;
    }

    public String getFunction() {
        return function;
    }

    public void setFunction(String function) {
        this.function = function;
    }

    public String getPhoneNumber() {
        return phoneNumber;
    }

    public void setPhoneNumber(String phoneNumber) {
        this.phoneNumber = phoneNumber;
    }

    public String getMobileNumber() {
        return mobileNumber;
    }

    public void setMobileNumber(String mobileNumber) {
        this.mobileNumber = mobileNumber;
    }
}
