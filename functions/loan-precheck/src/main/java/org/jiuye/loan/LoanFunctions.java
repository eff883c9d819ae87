package org.jiuye.loan;

import static org.jiuye.shared.identity.Role.ADMIN;
import static org.jiuye.shared.identity.Role.BANK;
import static org.jiuye.shared.identity.Role.CASEWORKER;
import static org.jiuye.shared.identity.Role.CITIZEN;
import static org.jiuye.shared.identity.Role.EMPLOYER;
import static org.jiuye.shared.identity.Role.VILLAGE_WORKER;

import java.io.InputStream;
import java.util.function.Function;
import org.jiuye.loan.loancase.CaseAccess;
import org.jiuye.loan.loancase.CaseStore;
import org.jiuye.loan.loancase.Cases;
import org.jiuye.loan.loancase.GetCase;
import org.jiuye.loan.loancase.ListCases;
import org.jiuye.loan.loancase.OpenCase;
import org.jiuye.loan.loancase.PostCase;
import org.jiuye.loan.loancase.PostReferral;
import org.jiuye.loan.loancase.ReferCase;
import org.jiuye.loan.precheck.CheckLoan;
import org.jiuye.loan.precheck.FactsReader;
import org.jiuye.loan.precheck.PostComparison;
import org.jiuye.loan.precheck.PostPrecheck;
import org.jiuye.loan.precheck.PrecheckViews;
import org.jiuye.loan.rules.GetPolicy;
import org.jiuye.loan.rules.ListPolicies;
import org.jiuye.loan.rules.LoanTexts;
import org.jiuye.loan.terms.LoanCatalog;
import org.jiuye.loan.terms.TermsStore;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.http.HttpConfiguration;
import org.jiuye.shared.http.HttpFunction;
import org.jiuye.shared.http.Idempotency;
import org.jiuye.shared.http.RequestHashKeys;
import org.jiuye.shared.http.Routes;
import org.jiuye.shared.identity.Callers;
import org.jiuye.shared.identity.Role;
import org.jiuye.shared.invocation.RuntimeConfiguration;
import org.jiuye.shared.person.PersonCipher;
import org.jiuye.shared.person.PersonKeyConfiguration;
import org.jiuye.shared.table.Items;
import org.jiuye.shared.table.Table;
import org.jiuye.shared.table.TableConfiguration;
import org.jiuye.shared.text.Messages;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.messaging.Message;

/** The front door of the loan pre-check. */
@SpringBootConfiguration(proxyBeanMethods = false)
@Import({
  RuntimeConfiguration.class,
  TableConfiguration.class,
  HttpConfiguration.class,
  PersonKeyConfiguration.class
})
public class LoanFunctions {
  private static final Role[] EMPLOYER_AND_STAFF = {EMPLOYER, CASEWORKER, VILLAGE_WORKER, ADMIN};

  public static void main(String[] arguments) {
    SpringApplication.run(LoanFunctions.class, arguments);
  }

  @Bean
  Function<Message<InputStream>, byte[]> loanPrecheckHttp(Routes routes, Callers callers) {
    return new HttpFunction(routes, callers, new Messages("org.jiuye.loan.problems"));
  }

  @Bean
  Routes routes(
      CaseStore store,
      Table table,
      RequestHashKeys requestHashKeys,
      LoanCatalog catalog,
      CountyTime time) {
    LoanTexts texts = new LoanTexts();
    FactsReader reader = new FactsReader(time);
    CheckLoan checkLoan = new CheckLoan(catalog);
    PrecheckViews views = new PrecheckViews(catalog, texts);
    CaseAccess access = new CaseAccess(catalog);
    Cases cases = new Cases(store, access);
    OpenCase openCase = new OpenCase(checkLoan, views, store, time);
    ReferCase referCase = new ReferCase(catalog, store, time);
    Idempotency idempotency = new Idempotency(table, "loan-precheck", requestHashKeys);
    return Routes.builder()
        .open("GET /loan-policies", new ListPolicies(catalog, texts, time)::handle)
        .open("GET /loan-policies/{policyId}", new GetPolicy(catalog, texts)::handle)
        .open("POST /loan-prechecks", new PostPrecheck(checkLoan, reader, views)::handle)
        .open("POST /loan-prechecks/comparison", new PostComparison(catalog, reader, views)::handle)
        .guarded(
            "POST /loan-cases",
            new PostCase(openCase, reader, access, cases, idempotency)::handle,
            CITIZEN,
            EMPLOYER_AND_STAFF)
        .guarded(
            "GET /loan-cases", new ListCases(store, access)::handle, CITIZEN, EMPLOYER_AND_STAFF)
        .guarded(
            "GET /loan-cases/{loanCaseId}",
            new GetCase(cases, access)::handle,
            CITIZEN,
            EMPLOYER,
            BANK,
            CASEWORKER,
            VILLAGE_WORKER,
            ADMIN)
        .guarded(
            "POST /loan-cases/{loanCaseId}/referral",
            new PostReferral(referCase, access, cases, idempotency)::handle,
            CITIZEN,
            EMPLOYER_AND_STAFF)
        .build();
  }

  @Bean
  CaseStore caseStore(Table table, Items items, PersonCipher cipher) {
    return new CaseStore(table, items, cipher);
  }

  @Bean
  LoanCatalog loanCatalog(Table table, Items items) {
    return new LoanCatalog(new TermsStore(table, items));
  }
}
