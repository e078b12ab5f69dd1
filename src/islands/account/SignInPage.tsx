import { fill } from '#core/text/fill.ts';
import { AdminStep } from './AdminStep.tsx';
import { MergeQuestion } from './MergeQuestion.tsx';
import { RecoveryCode } from './RecoveryCode.tsx';
import type { SignInProps, Stage } from './sign-in-props.ts';
import { type SignInSteps, useSignIn } from './use-sign-in.ts';
import { Ways } from './Ways.tsx';

/** `/sign-in`: the ways in, and the steps after them. */
export function SignInPage(props: SignInProps) {
  const { account, paths } = props;
  const steps = useSignIn(paths.me);
  return (
    <div className="me sign-in">
      <h1>{account.signInTitle}</h1>
      <Step stage={steps.stage} steps={steps} {...props} />
    </div>
  );
}

type Props = SignInProps & { stage: Stage; steps: SignInSteps };

function Step(props: Props) {
  const { stage, steps, account, paths } = props;
  switch (stage.at) {
    case 'looking':
      return (
        <p className="small needs-script" role="status">
          {account.loading}
        </p>
      );
    case 'ways':
      return <Ways {...props} stage={stage} />;
    case 'code':
      return (
        <RecoveryCode
          code={stage.code}
          username={stage.username}
          account={account}
          onDone={() => steps.noted(stage.after)}
        />
      );
    case 'arrival':
      return <ArrivalStep {...props} stage={stage} />;
    case 'partial':
      return <Told said={[account.partial]} go={account.goOn} onGo={steps.leave} />;
    case 'in':
      return (
        <>
          <p role="status">{fill(account.signedInAs, { nickname: stage.learner.nickname })}</p>
          <AdminStep {...props} learner={stage.learner} />
          <p className="fold-acts">
            <a className="btn line" href={paths.me}>
              {account.toRecord}
            </a>
          </p>
          <p className="small">{account.signInOther}</p>
        </>
      );
    default:
      return <Unknown {...props} stage={stage} />;
  }
}

function ArrivalStep({ stage, steps, account }: Props & { stage: Extract<Stage, { at: 'arrival' }> }) {
  const { arrival, arrived } = stage;
  if (arrived.status === 'ask')
    return (
      <MergeQuestion
        arrival={arrival}
        question={arrived.question}
        account={account}
        onAnswered={(next) => steps.answered(arrival, next)}
      />
    );
  const said = arrived.status === 'waiting' ? account.waiting : account.failed;
  return <Told said={[said, account.refused[arrived.why]]} go={account.askAgain} onGo={steps.look} />;
}

function Unknown({ stage, steps, account }: Props & { stage: Extract<Stage, { at: 'unknown' }> }) {
  const why = stage.why === 'offline' || stage.why === 'no-server' ? stage.why : 'busy';
  return <Told said={[account.unknown[why], account.studyOn]} go={account.tryAgain} onGo={steps.look} />;
}

function Told({ said, go, onGo }: { said: readonly string[]; go: string; onGo: () => void }) {
  return (
    <>
      <div role="status">
        {said.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      <p className="fold-acts">
        <button type="button" className="btn line" onClick={onGo}>
          {go}
        </button>
      </p>
    </>
  );
}
