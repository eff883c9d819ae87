package org.jiuye.loan;

import static org.jiuye.shared.identity.Role.ADMIN;
import static org.jiuye.shared.identity.Role.BANK;
import static org.jiuye.shared.identity.Role.CASEWORKER;
import static org.jiuye.shared.identity.Role.CITIZEN;
import static org.jiuye.shared.identity.Role.EMPLOYER;
import static org.jiuye.shared.identity.Role.VILLAGE_WORKER;

import java.io.InputStream;
import java.util.function.Function;
import org.jiuye.loan.loancase.GetLoanCase;
import org.jiuye.loan.loancase.ListLoanCases;
import org.jiuye.loan.loancase.LoanAccess;
import org.jiuye.loan.loancase.LoanStore;
import org.jiuye.loan.loancase.OpenLoanCase;
import org.jiuye.loan.loancase.ReferLoanCase;
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
import org.jiuye.shared.http.Messages;
import org.jiuye.shared.http.RequestHashKeys;
import org.jiuye.shared.http.Routes;
import org.jiuye.shared.identity.Callers;
import org.jiuye.shared.invocation.RuntimeConfiguration;
import org.jiuye.shared.person.PersonCipher;
import org.jiuye.shared.person.PersonKeyConfiguration;
import org.jiuye.shared.table.Items;
import org.jiuye.shared.table.Table;
import org.jiuye.shared.table.TableConfiguration;
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
  public static void main(String[] arguments) {
    SpringApplication.run(LoanFunctions.class, arguments);
  }

  @Bean
  Function<Message<InputStream>, byte[]> loanPrecheckHttp(Routes routes, Callers callers) {
    return new HttpFunction(routes, callers, new Messages("org.jiuye.loan.problems"));
  }

  @Bean
  Routes routes(
      LoanStore store,
      Table table,
      RequestHashKeys requestHashKeys,
      LoanCatalog catalog,
      CountyTime time) {
    Idempotency idempotency = new Idempotency(table, "loan-precheck", requestHashKeys);
    LoanTexts texts = new LoanTexts();
    PrecheckViews views = new PrecheckViews(catalog, texts);
    FactsReader reader = new FactsReader(time);
    CheckLoan checkLoan = new CheckLoan(catalog);
    LoanAccess access = new LoanAccess(catalog);
    GetLoanCase getLoanCase = new GetLoanCase(store, access);
    return Routes.builder()
        .open("GET /loan-policies", new ListPolicies(catalog, texts, time)::handle)
        .open("GET /loan-policies/{policyId}", new GetPolicy(catalog, texts)::handle)
        .open("POST /loan-prechecks", new PostPrecheck(checkLoan, reader, views)::handle)
        .open("POST /loan-prechecks/comparison", new PostComparison(catalog, reader, views)::handle)
        .guarded(
            "POST /loan-cases",
            new OpenLoanCase(checkLoan, reader, store, access, views, idempotency, time)::handle,
            CITIZEN,
            EMPLOYER,
            CASEWORKER,
            VILLAGE_WORKER,
            ADMIN)
        .guarded(
            "GET /loan-cases",
            new ListLoanCases(store, access)::handle,
            CITIZEN,
            EMPLOYER,
            CASEWORKER,
            VILLAGE_WORKER,
            ADMIN)
        .guarded(
            "GET /loan-cases/{loanCaseId}",
            getLoanCase::handle,
            CITIZEN,
            EMPLOYER,
            BANK,
            CASEWORKER,
            VILLAGE_WORKER,
            ADMIN)
        .guarded(
            "POST /loan-cases/{loanCaseId}/referral",
            new ReferLoanCase(getLoanCase, catalog, store, idempotency, time)::handle,
            CITIZEN,
            EMPLOYER,
            CASEWORKER,
            VILLAGE_WORKER,
            ADMIN)
        .build();
  }

  @Bean
  LoanStore loanStore(Table table, Items items, PersonCipher cipher) {
    return new LoanStore(table, items, cipher);
  }

  @Bean
  LoanCatalog loanCatalog(Table table, Items items) {
    return new LoanCatalog(new TermsStore(table, items));
  }
}
