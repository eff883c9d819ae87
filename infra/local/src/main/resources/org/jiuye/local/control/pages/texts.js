// The pages' texts in both languages, and which one is spoken.

const TEXTS = {
  en: {
    skip: "Skip to content",
    tagline: "A county's employment and entrepreneurship services, whole on this machine.",
    tryApi: "Read and try the API",
    startPage: "Start page",
    tour: "The tour",
    tourHint: "What the suite does, request by request. infra/local/tour walks all of it by itself.",
    tourMissing: "No capability of this project has a tour.http.",
    expected: "Expected: {0}",
    expectedLater: "Expected after a while: {0}",
    unreachable: "The local cloud does not answer. Start it with infra/local/up; this page goes on by itself.",
    clock: "The county's clock",
    clockReal: "Real time in the county (Asia/Shanghai).",
    clockSet: "Set by hand, and going on from there. Real time: {0}.",
    moveTo: "Move it to (county time)",
    set: "Set",
    plusHour: "+ 1 hour",
    plusDay: "+ 1 day",
    realTime: "Back to real time",
    token: "A token at a click",
    tokenHint: "Choose who you are. The account is linked to a person, as the registry does for real ones.",
    allStaff: "Everybody among the county's staff",
    getToken: "Get a token",
    somebodyElse: "Somebody else",
    account: "Account (sub)",
    role: "Role",
    divisions: "Divisions (codes, spaces between)",
    copyToken: "Copy the token",
    copyHeader: "Copy as header",
    copied: "Copied",
    youAre: "{0}: person {1}, until {2}",
    forDivisions: ", for {0}",
    queues: "Queues",
    queue: "Queue",
    waiting: "Waiting",
    inFlight: "In flight",
    delayed: "Delayed",
    deadLetters: "dead letters",
    schedules: "Schedules",
    schedule: "Schedule",
    nextRun: "Next run",
    lastRun: "Last run",
    never: "not since the start",
    none: "none",
    runNow: "Run now",
    running: "Running…",
    ran: "{0} answered: {1}",
    functions: "Functions",
    function: "Function",
    state: "State",
    calledBy: "Called by",
    timeout: "Timeout",
    stream: "the table's stream",
    someRoutes: "{0} routes",
    routes: "Routes",
    route: "Route",
    access: "Who may call",
    public: "everybody",
    guarded: "with a token",
    nothing: "The template declares none.",
    footer: "What you see is read from template.yaml. Data stays in the data folder until the next --fresh.",
    ready: "ready",
    starting: "starting",
    stopped: "stopped",
    notSignedIn: "Not signed in. Choose who you are:",
    signedIn: "You are {0} ({1}, person {2}).",
    signOut: "Sign out",
    noContract: "There is no infra/contract/target/openapi.yaml: the build writes it.",
    citizen: "Citizen",
    caseworker: "Caseworker",
    warden: "Warden",
    villageWorker: "Village worker",
    admin: "Administrator",
    employer: "Employer",
    institution: "Institution",
    bank: "Bank",
  },
  "zh-CN": {
    skip: "跳到正文",
    tagline: "一个县的就业创业服务，整套运行在这台机器上。",
    tryApi: "阅读并试用接口",
    startPage: "首页",
    tour: "导览",
    tourHint: "逐个请求看这套系统能做什么。运行 infra/local/tour 可自动走完全程。",
    tourMissing: "本项目中没有任何 tour.http。",
    expected: "预期：{0}",
    expectedLater: "稍后预期：{0}",
    unreachable: "本地云没有响应。请运行 infra/local/up；本页会自动恢复。",
    clock: "县里的时钟",
    clockReal: "县里的真实时间（Asia/Shanghai）。",
    clockSet: "已手动设定，并从该时刻继续走。真实时间：{0}。",
    moveTo: "调到（县里时间）",
    set: "设定",
    plusHour: "+ 1 小时",
    plusDay: "+ 1 天",
    realTime: "恢复真实时间",
    token: "一键获取令牌",
    tokenHint: "选择您的身份。账号会关联到一个人，与登记处对真实账号的做法相同。",
    allStaff: "本县全体工作人员",
    getToken: "获取令牌",
    somebodyElse: "其他身份",
    account: "账号（sub）",
    role: "角色",
    divisions: "区划（代码，以空格分隔）",
    copyToken: "复制令牌",
    copyHeader: "复制为请求头",
    copied: "已复制",
    youAre: "{0}：人员 {1}，有效至 {2}",
    forDivisions: "，负责 {0}",
    queues: "队列",
    queue: "队列",
    waiting: "等待",
    inFlight: "处理中",
    delayed: "延迟",
    deadLetters: "死信",
    schedules: "定时任务",
    schedule: "任务",
    nextRun: "下次运行",
    lastRun: "上次运行",
    never: "启动后未运行",
    none: "无",
    runNow: "立即运行",
    running: "运行中…",
    ran: "{0} 返回：{1}",
    functions: "函数",
    function: "函数",
    state: "状态",
    calledBy: "触发方式",
    timeout: "时限",
    stream: "数据表的流",
    someRoutes: "{0} 条路由",
    routes: "路由",
    route: "路由",
    access: "谁可调用",
    public: "所有人",
    guarded: "须持令牌",
    nothing: "模板中没有声明。",
    footer: "以上内容读自 template.yaml。数据保存在数据目录中，直到下次使用 --fresh。",
    ready: "就绪",
    starting: "启动中",
    stopped: "已停止",
    notSignedIn: "尚未登录。请选择您的身份：",
    signedIn: "您是{0}（{1}，人员 {2}）。",
    signOut: "退出",
    noContract: "没有 infra/contract/target/openapi.yaml，请先构建。",
    citizen: "市民",
    caseworker: "经办人",
    warden: "市场管理员",
    villageWorker: "村级协理员",
    admin: "管理员",
    employer: "用人单位",
    institution: "培训机构",
    bank: "银行",
  },
};

const REMEMBERED = "jiuye.language";

let language =
  localStorage.getItem(REMEMBERED) ?? (navigator.language.startsWith("zh") ? "zh-CN" : "en");

export function spoken() {
  return language;
}

/** A text in the language spoken, with {0}, {1}, … replaced. */
export function text(key, ...values) {
  const template = TEXTS[language][key] ?? key;
  return template.replace(/\{(\d)\}/g, (_, index) => values[index] ?? "");
}

/** A name that may come in several languages. */
export function localized(name) {
  return typeof name === "string" ? name : (name?.[language] ?? Object.values(name ?? {})[0] ?? "");
}

/** Puts the texts into everything that names one, and wires the button that changes the language. */
export function speak(button, onChange) {
  const apply = () => {
    document.documentElement.lang = language;
    for (const element of document.querySelectorAll("[data-text]")) {
      element.textContent = text(element.dataset.text);
    }
    button.textContent = language === "en" ? "中文" : "English";
    button.lang = language === "en" ? "zh-CN" : "en";
  };
  button.addEventListener("click", () => {
    language = language === "en" ? "zh-CN" : "en";
    localStorage.setItem(REMEMBERED, language);
    apply();
    onChange();
  });
  apply();
}
